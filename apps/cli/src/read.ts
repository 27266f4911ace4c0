// Reading what the command line is given: bounded, strict, and every refusal with its place and reason.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  documentLimits,
  factsSchema,
  hazardsSchema,
  overLimits,
  parseDraftRuleSet,
  parseProfiles,
  parseRuleSet,
  runnable,
  utf8Text,
  type Facts,
  type Hazard,
  type Profile,
  type RuleSet,
} from "@jumelage/engine";
import { Unusable, type Io } from "./outcome.ts";

export const documentBytes = 1024 * 1024;

/** The bytes of a file, or of the standard input for `-`. */
export async function readBytes(path: string, limit: number, io: Io): Promise<Uint8Array> {
  const bytes = path === "-" ? await io.input() : await readFileUpTo(path, limit);
  if (bytes.length > limit) throw new Unusable("too-large", { what: path, limit });
  return bytes;
}

/** Whether a path is a folder; what cannot be looked at is none, and says why when it is read. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The file that is meant: of a program's folder, the one of this kind in it. */
async function fileOf(path: string, kind: "rule-set" | "profiles" | "hazards"): Promise<string> {
  return path !== "-" && (await isFolder(path)) ? join(path, `${kind}.json`) : path;
}

async function readFileUpTo(path: string, limit: number): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > limit) throw new Unusable("too-large", { what: path, limit });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable("unreadable", { what: path });
  }
}

/** A JSON document of at most 1 MiB. */
export async function readJson(path: string, io: Io): Promise<unknown> {
  const text = utf8Text(await readBytes(path, documentBytes, io));
  try {
    return JSON.parse(text ?? "") as unknown;
  } catch {
    throw new Unusable("not-json", { what: path });
  }
}

/** The JSON of a rule set, parsed by nobody yet; a folder stands for the rule set in it. */
export async function readDocument(given: string, io: Io): Promise<unknown> {
  return readJson(await fileOf(given, "rule-set"), io);
}

/** A rule set that can be run; of a draft, what of it can be. A folder stands for the rule set in it. */
export async function readRuleSet(
  given: string,
  io: Io,
): Promise<{ readonly ruleSet: RuleSet; readonly draft: boolean }> {
  const path = await fileOf(given, "rule-set");
  const json = await readJson(path, io);
  const over = overLimits(json, documentLimits);
  if (over.length > 0)
    throw new Unusable("not-a-rule-set", { what: path }, { diagnostics: over, about: json });
  const parsed = parseRuleSet(json);
  if (parsed.ok) return { ruleSet: parsed.value, draft: false };
  const draft = parseDraftRuleSet(json);
  if (draft.ok) return { ruleSet: runnable(draft.value), draft: true };
  throw new Unusable("not-a-rule-set", { what: path }, { diagnostics: parsed.diagnostics, about: json });
}

export async function readProfiles(given: string, io: Io): Promise<readonly Profile[]> {
  const path = await fileOf(given, "profiles");
  const json = await readJson(path, io);
  const parsed = parseProfiles(json);
  if (parsed.ok) return parsed.value;
  throw new Unusable("not-profiles", { what: path }, { diagnostics: parsed.diagnostics, about: json });
}

export async function readHazards(given: string, io: Io): Promise<readonly Hazard[]> {
  const path = await fileOf(given, "hazards");
  const parsed = hazardsSchema.safeParse(await readJson(path, io));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join("/") ?? "";
  throw new Unusable("not-hazards", { what: path, where: at });
}

export async function readFacts(path: string, io: Io): Promise<Facts> {
  const parsed = factsSchema.safeParse(await readJson(path, io));
  if (parsed.success) return parsed.data;
  throw new Unusable("not-facts", { what: path });
}
