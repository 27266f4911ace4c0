// What a browser fetches for the console's first page, in bytes after gzip: the module graph of index.html followed as a
// browser follows it, and what the entry asks for before the sign-in screen can show. Sizes only; nothing is timed.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import type { Row } from "../row.ts";

const built = join(import.meta.dirname, "../../apps/admin/dist");
/** What is fetched on the way to the first page without standing in index.html: the language, then the screen. */
const fetchedFirst = ["first", "sign-in-screen", "programs-screen"];

export interface FirstLoad {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
}

export function consoleFirstLoadRows(): readonly Row[] {
  const { scripts, styles, fonts } = readFirstLoad();
  const row = (contender: string, files: readonly string[], gzip: boolean): Row => ({
    workload: "first load of the console",
    contender: `${contender} (${files.length} ${files.length === 1 ? "file" : "files"})`,
    unit: "kB",
    value: files.reduce((sum, file) => sum + bytesOf(file, gzip), 0) / 1000,
  });
  return [
    row("JavaScript, gzip", scripts, true),
    row("CSS, gzip", styles, true),
    // A font is compressed already.
    row("fonts, as they are", fonts, false),
  ];
}

/** The files of the first page, by their addresses. */
export function readFirstLoad(): FirstLoad {
  const page = readFileSync(join(built, "index.html"), "utf8");
  const inPage = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map((m) => m[1] ?? "");
  const scripts = new Set(inPage(/<script[^>]*\ssrc="([^"]+)"/g));
  const styles = new Set(inPage(/<link rel="stylesheet"[^>]*\shref="([^"]+)"/g));
  for (const file of inPage(/<link rel="modulepreload"[^>]*\shref="([^"]+)"/g)) scripts.add(file);
  followImports(scripts);
  for (const name of fetchedFirst) {
    const { file, dependencies } = lazyChunk(name, scripts);
    for (const asset of [file, ...dependencies]) (asset.endsWith(".css") ? styles : scripts).add(asset);
  }
  followImports(scripts);
  const fonts = [...styles].flatMap((file) => fontsForLatin(textOf(file)));
  return { scripts: [...scripts], styles: [...styles], fonts: [...new Set(fonts)] };
}

/** Adds what the modules import statically; a set that grows while it is walked is walked to its end. */
function followImports(files: Set<string>): void {
  for (const file of files) {
    for (const [, from = ""] of textOf(file).matchAll(/(?:\bfrom|\bimport)\s*["'`](\.\/[\w.-]+\.js)["'`]/g))
      files.add(posix.join(posix.dirname(file), from));
  }
}

/** A chunk that some script imports when it runs, and what Vite loads beside it. */
function lazyChunk(
  name: string,
  scripts: ReadonlySet<string>,
): { readonly file: string; readonly dependencies: readonly string[] } {
  // As Vite writes it: `import("./name-hash.js")`, then the places of what it loads beside it in the script's list.
  const pattern = new RegExp(
    String.raw`import\(["'\x60]\./(${name}-[\w-]{8}\.js)["'\x60]\)[^[]{0,120}\[([\d,]*)\]`,
  );
  for (const script of scripts) {
    const text = textOf(script);
    const found = pattern.exec(text);
    if (!found?.[1]) continue;
    const all = /m\.f=(\[[^\]]*\])/.exec(text)?.[1];
    const names = all === undefined ? [] : (JSON.parse(all) as readonly string[]);
    const dependencies = (found[2] ?? "")
      .split(",")
      .flatMap((i) => (i === "" ? [] : (names[Number(i)] ?? [])));
    return {
      file: posix.join(posix.dirname(script), found[1]),
      dependencies: dependencies.map((d) => `/${d}`),
    };
  }
  throw new Error(`no script of the first page imports ${name}: has the console changed?`);
}

/** The fonts a page in French or English asks for: those whose range holds the ordinary letters. */
function fontsForLatin(css: string): readonly string[] {
  return [...css.matchAll(/@font-face\s*\{[^}]*\}/g)]
    .map(([face]) => face)
    .filter((face) => /unicode-range:[^;}]*U\+(\?\?|0{0,4}-0{0,2}FF)/i.test(face))
    .flatMap((face) => /url\(["']?([^"')]+)/.exec(face)?.[1] ?? []);
}

function textOf(file: string): string {
  return readFileSync(join(built, file), "utf8");
}

function bytesOf(file: string, gzip: boolean): number {
  const bytes = readFileSync(join(built, file));
  return gzip ? gzipSync(bytes).length : bytes.length;
}
