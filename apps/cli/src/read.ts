// Reading what the command line is given: bounded, strict, and every refusal with its place and reason.
import { readFile, stat } from "node:fs/promises";
import {
  documentLimits,
  factsSchema,
  overLimits,
  parseDraftRuleSet,
  parseProfiles,
  parseRuleSet,
  runnable,
  utf8Text,
  type Facts,
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

/** A rule set that can be run; of a draft, what of it can be. */
export async function readRuleSet(
  path: string,
  io: Io,
): Promise<{ readonly ruleSet: RuleSet; readonly draft: boolean }> {
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

export async function readProfiles(path: string, io: Io): Promise<readonly Profile[]> {
  const json = await readJson(path, io);
  const parsed = parseProfiles(json);
  if (parsed.ok) return parsed.value;
  throw new Unusable("not-profiles", { what: path }, { diagnostics: parsed.diagnostics, about: json });
}

export async function readFacts(path: string, io: Io): Promise<Facts> {
  const parsed = factsSchema.safeParse(await readJson(path, io));
  if (parsed.success) return parsed.data;
  throw new Unusable("not-facts", { what: path });
}
