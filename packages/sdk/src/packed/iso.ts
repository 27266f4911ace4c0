// Instants as RFC 3339 writes them in UTC, to the second or finer.
import type { Schema } from "./schema.ts";
import { string } from "./typed.ts";

const day =
  "(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))";
const instant = new RegExp(`^${day}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$`);

export const datetime = (): Schema<string> => string().regex(instant, { message: "Invalid ISO datetime" });
