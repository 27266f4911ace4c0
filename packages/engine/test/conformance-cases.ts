// The language-neutral cases of ../conformance: rule sets with persons and the whole results expected of them, written
// by hand from SPEC.md.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseRuleSet, resultSchema, type Result } from "../src/index.ts";
import type { Case } from "./arbitraries.ts";

const folder = join(import.meta.dirname, "..", "conformance");

export interface ConformanceCase extends Case {
  readonly name: string;
  readonly expected: Result;
}
export interface ConformanceFile {
  readonly file: string;
  readonly about: string;
  readonly cases: readonly ConformanceCase[];
}

interface Written {
  readonly about: string;
  readonly ruleSet: unknown;
  readonly cases: readonly (Omit<ConformanceCase, "ruleSet" | "expected"> & { readonly expected: unknown })[];
}

export const conformance: readonly ConformanceFile[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => {
    const { about, ruleSet, cases } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Written;
    const parsed = parseRuleSet(ruleSet);
    if (!parsed.ok) throw new Error(`${file} does not parse: ${JSON.stringify(parsed.diagnostics)}`);
    return {
      file: basename(file, ".json"),
      about,
      cases: cases.map((c) => ({ ...c, ruleSet: parsed.value, expected: resultSchema.parse(c.expected) })),
    };
  });
