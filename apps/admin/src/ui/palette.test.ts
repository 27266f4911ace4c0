// The colours of outcomes can be told apart by everybody: far enough from one another for each kind of colour vision, dark
// enough on their ground to be read as text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from "culori";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const lightDefaults = /^:root,\s*\.j-paper \{([^}]*)\}/m.exec(css)?.[1] ?? "";
const darkOverrides = /^:root\[data-mantine-color-scheme="dark"\] \{([^}]*)\}/m.exec(css)?.[1] ?? "";

const coloursIn = (block: string): ReadonlyMap<string, string> =>
  new Map(
    [...block.matchAll(/--j-([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1] ?? "", found[2] ?? ""]),
  );

function colour(of: ReadonlyMap<string, string>, name: string): Color {
  const found = parse(of.get(name) ?? "");
  if (!found) throw new Error(`no colour --j-${name}`);
  return found;
}

const light = coloursIn(lightDefaults);
const schemes = [
  ["light", light],
  ["dark", new Map([...light, ...coloursIn(darkOverrides)])],
] as const;

/** What the tokens of an outcome are called (tones.ts), and of an answer that is not known. */
const looks = ["stop", "caution", "neutral", "go", "unknown"];
const pairs = looks.flatMap((a, i) => looks.slice(i + 1).map((b) => [a, b] as const));

/** The three kinds of colour blindness as Machado, Oliveira and Fernandes (2009) simulate them, and none. */
const visions = [
  ["every cone", (of: Color) => of],
  ["no long cone", filterDeficiencyProt(1)],
  ["no middle cone", filterDeficiencyDeuter(1)],
  ["no short cone", filterDeficiencyTrit(1)],
] as const;
const difference = differenceCiede2000();

describe.each(schemes)("the palette, %s", (_, tokens) => {
  test.each(visions)("two outcomes are never alike for a reader with %s", (_name, seen) => {
    const near = pairs.flatMap(([a, b]) => {
      const apart = difference(seen(colour(tokens, a)), seen(colour(tokens, b)));
      return apart < 15 ? [`${a} and ${b}: ${apart.toFixed(1)}`] : [];
    });
    expect(near).toEqual([]);
  });

  test.each(looks)("%s can be read as text, and its glyph on it", (look) => {
    expect(wcagContrast(colour(tokens, look), colour(tokens, "ground"))).toBeGreaterThanOrEqual(4.5);
    if (look !== "unknown")
      expect(wcagContrast(colour(tokens, `${look}-on`), colour(tokens, look))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["ink", "muted", "link", "problem"])("%s can be read on every ground", (ink) => {
    for (const ground of ["ground", "panel", "panel-strong", "problem-ground", "notice-ground"])
      expect(wcagContrast(colour(tokens, ink), colour(tokens, ground)), ground).toBeGreaterThanOrEqual(4.5);
  });
});
