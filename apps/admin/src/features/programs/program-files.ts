// Files that programs travel in: a rule set alone, a whole program, or a signed release with the keys it was signed by.
// Only told apart here; whether they are what they seem to be is the server's to say.
import type { CreateProgram } from "@jumelage/api/schemas";

export type Beginning = CreateProgram["from"];

/** What a set of chosen files begins a program with, and the id that the documents bear. */
export interface Brought {
  readonly from: Beginning;
  readonly program: string;
}

/** Reads chosen files; null when there is not exactly one thing among them that a program can begin with. */
export function readProgramFiles(texts: readonly string[]): Brought | null {
  const documents = texts.map((text) => ({ text, json: parsed(text) }));
  const keys = documents.flatMap(({ json }) =>
    Array.isArray(json["keys"]) ? (json["keys"] as unknown[]) : [],
  );
  const found = documents.flatMap(({ text, json }): Brought[] => {
    if (typeof json["payload"] === "string" && json["payloadType"] !== undefined) {
      const program = programOf(decoded(json["payload"]));
      const from = {
        kind: "release",
        envelope: text,
        program,
        ...(keys.length > 0 ? { keys } : {}),
      } as Beginning;
      return [{ from, program }];
    }
    const whole = json["ruleSet"] !== undefined;
    const ruleSet = whole ? json["ruleSet"] : json;
    if (!isObject(ruleSet) || ruleSet["schemaVersion"] === undefined) return [];
    const { profiles, hazards } = whole ? json : {};
    const from = {
      kind: "documents",
      ruleSet,
      ...(profiles === undefined ? {} : { profiles }),
      ...(hazards === undefined ? {} : { hazards }),
    } as Beginning;
    return [{ from, program: programOf(ruleSet) }];
  });
  const [only] = found;
  return only && found.length === 1 ? only : null;
}

/** An id made of a title: lower-case words without accents, joined by hyphens. */
export function idOfTitle(title: string): string {
  return title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 64)
    .replaceAll(/-+$/g, "");
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}

function decoded(base64: string): Readonly<Record<string, unknown>> {
  try {
    return parsed(new TextDecoder().decode(Uint8Array.from(atob(base64), (c) => c.codePointAt(0) ?? 0)));
  } catch {
    return {};
  }
}

function programOf(json: Readonly<Record<string, unknown>>): string {
  return typeof json["program"] === "string" ? json["program"] : "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
