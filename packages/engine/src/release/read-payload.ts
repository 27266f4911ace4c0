// The payload of a verified envelope as a value: canonical, of a version this code reads, of its schema.
import type { z } from "zod";
import { parseShape } from "../model/parse.ts";
import { utf8Text } from "./bytes.ts";
import { parseCanonical } from "./envelope.ts";
import { ruleSetSchemaVersion } from "../model/rule-set.ts";
import { releaseSchemaVersion } from "./payload.ts";
import { refuse, type Verified } from "./verification.ts";

/** The value these bytes spell, or why it is not one of this schema. */
export function readPayload<T>(schema: z.ZodType, bytes: Uint8Array): Verified<T> {
  const text = utf8Text(bytes);
  const parsed = text === undefined ? undefined : parseCanonical(text);
  if (parsed === undefined) return refuse("not-canonical", { at: "payload" });
  const versions = [
    { got: versionOf(parsed.value), supported: releaseSchemaVersion },
    { got: versionOf(memberOf(parsed.value, "ruleSet")), supported: ruleSetSchemaVersion },
  ];
  for (const { got, supported } of versions)
    if (got !== undefined && got > supported) return refuse("unsupported-schema", { got, supported });
  const shaped = parseShape<T>(schema, parsed.value);
  return shaped.ok ? shaped : refuse("malformed", { at: shaped.diagnostics[0]?.at.join("/") ?? "" });
}

function memberOf(json: unknown, key: "ruleSet" | "schemaVersion"): unknown {
  if (typeof json !== "object" || json === null) return undefined;
  return new Map<string, unknown>(Object.entries(json)).get(key);
}

function versionOf(json: unknown): number | undefined {
  const version = memberOf(json, "schemaVersion");
  return typeof version === "number" ? version : undefined;
}
