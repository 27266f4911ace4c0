// From JSON of unknown origin to a typed document, or to the findings that say why not.
import type { z } from "zod";
import { hasErrors, type Diagnostic, type Path } from "./diagnostic.ts";
import { profilesSchema, type Profile } from "./profile.ts";
import {
  draftRuleSetSchema,
  ruleSetSchema,
  ruleSetSchemaVersion,
  type DraftRuleSet,
  type RuleSet,
} from "./rule-set.ts";
import { checkTypes } from "./typing/index.ts";

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A rule set that can be run: of the right shape and well typed. */
export function parseRuleSet(json: unknown): Parsed<RuleSet> {
  return parseTyped<RuleSet>(ruleSetSchema, json);
}

/** A draft: texts may be empty and conditions holed, but what is present is well typed. */
export function parseDraftRuleSet(json: unknown): Parsed<DraftRuleSet> {
  return parseTyped<DraftRuleSet>(draftRuleSetSchema, json);
}

/** A profile file: an array of profiles with distinct ids. Facts are judged later, by `readPerson`. */
export function parseProfiles(json: unknown): Parsed<Profile[]> {
  const parsed = parseShape<Profile[]>(profilesSchema, json);
  if (!parsed.ok) return parsed;
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  parsed.value.forEach((p, i) => {
    if (seen.has(p.id))
      diagnostics.push({ code: "duplicate-id", severity: "error", at: [i, "id"], params: { id: p.id } });
    seen.add(p.id);
    const dated = Object.values(p.facts).some((f) => Object.hasOwn(Object(f) as object, "observedOn"));
    if (dated && p.evaluatedOn === undefined) {
      diagnostics.push({
        code: "evaluated-on-required",
        severity: "error",
        at: [i, "evaluatedOn"],
        params: { profile: p.id },
      });
    }
  });
  return diagnostics.length === 0 ? parsed : { ok: false, diagnostics };
}

/** Any shape of the model: zod's issues become diagnostics with a place. */
export function parseShape<T>(schema: z.ZodType, json: unknown): Parsed<T> {
  // Without its input an issue cannot tell a value of the wrong type from one that is not there.
  const shaped = schema.safeParse(json, { reportInput: true });
  if (shaped.success) return { ok: true, value: shaped.data as T };
  return { ok: false, diagnostics: shaped.error.issues.flatMap((issue) => fromIssue(issue, [])) };
}

function parseTyped<T extends DraftRuleSet>(schema: z.ZodType, json: unknown): Parsed<T> {
  // What else is amiss with a document of a later version is not for this one to say.
  const got = schemaVersionOf(json);
  if (got > ruleSetSchemaVersion) {
    const params = { got, supported: ruleSetSchemaVersion };
    return {
      ok: false,
      diagnostics: [{ code: "newer-schema", severity: "error", at: ["schemaVersion"], params }],
    };
  }
  const shaped = parseShape<T>(schema, json);
  if (!shaped.ok) return shaped;
  const diagnostics = checkTypes(shaped.value);
  return hasErrors(diagnostics) ? { ok: false, diagnostics } : shaped;
}

function schemaVersionOf(json: unknown): number {
  const { schemaVersion } = Object(json) as { readonly schemaVersion?: unknown };
  return typeof schemaVersion === "number" ? schemaVersion : 0;
}

type Issue = z.core.$ZodIssue;

function fromIssue(issue: Issue, above: Path): readonly Diagnostic[] {
  // Nothing in a document has a symbol for its name.
  const at = [...above, ...(issue.path as Path)];
  const found = (code: string, params: Diagnostic["params"] = {}): Diagnostic => ({
    code,
    severity: "error",
    at,
    params,
  });
  switch (issue.code) {
    case "invalid_union": {
      const branch = nearestBranch(issue.errors);
      return branch ? branch.flatMap((i) => fromIssue(i, at)) : [found("wrong-shape")];
    }
    case "unrecognized_keys":
      return issue.keys.map((key) => found("unknown-key", { key }));
    case "invalid_type":
      return [
        found(issue.input === undefined ? "missing-key" : "wrong-type", { expected: String(issue.expected) }),
      ];
    case "custom":
    case "invalid_format":
      return [found(/^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : "wrong-shape")];
    case "too_small":
      return [found("too-small", { minimum: Number(issue.minimum) })];
    case "too_big":
      return [found("too-big", { maximum: Number(issue.maximum) })];
    case "invalid_value":
      return [found("not-one-of", { values: issue.values.map(String) })];
    default:
      return [found("wrong-shape")];
  }
}

/** Of a union's branches the one the author most likely meant: fewest findings at its own root, then fewest in all. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const cost = (branch: readonly Issue[]): number =>
    branch.reduce(
      (sum, issue) =>
        sum +
        (issue.path.length <= 1 && (issue.code === "unrecognized_keys" || issue.code === "invalid_type")
          ? 100
          : 1),
      0,
    );
  return branches.reduce<readonly Issue[] | undefined>(
    (best, b) => (best === undefined || cost(b) < cost(best) ? b : best),
    undefined,
  );
}
