// The kinds of column and check that the tables share.
import { sql } from "drizzle-orm";
import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** Raw bytes, never re-encoded. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const whole = (name: string) => bigint(name, { mode: "number" });

export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`"${column}" in (${values.map((v) => `'${v}'`).join(", ")})`);
export const isSha256 = (column: string) => sql.raw(`"${column}" ~ '^[0-9a-f]{64}$'`);
