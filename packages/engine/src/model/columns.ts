// Which column of a table holds what about a fact: how a cohort that lies in a database is read. One row is one person.
import { z } from "zod";
import { camelIdSchema, idSchema } from "./text.ts";

const column = z.string().min(1);

export const factColumnsSchema = z.strictObject({
  /** The value; NULL is plainly unknown. Not for sets. */
  value: column.optional(),
  /** For sets, a boolean for every member: named, not named, or NULL when it was not asked about. */
  members: z.record(idSchema, column).optional(),
  /** The day the value was observed; NULL is the day of the evaluation. */
  observedOn: column.optional(),
  /** A boolean: something is there that is no value of the fact, which makes the fact `invalid`. */
  unreadable: column.optional(),
  /** For sets, a boolean: the question was put, although no member may be settled. */
  asked: column.optional(),
});
export type FactColumns = z.infer<typeof factColumnsSchema>;

/** By fact. A fact that has no columns is plainly unknown for everybody. */
export const columnsSchema = z.record(camelIdSchema, factColumnsSchema);
export type Columns = Readonly<Record<string, FactColumns>>;
