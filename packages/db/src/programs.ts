// Programs and their settings: what exists, who owns it, how many approvals it asks for.
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import {
  floorsSchema,
  hardExpiryHoursSchema,
  leastFloors,
  leastSmallCell,
  reviewMonthsSchema,
  mostSmallCell,
  sameJson,
  smallCellSchema,
  type Floors,
  type Text,
} from "@jumelage/engine";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { asText } from "./documents.ts";
import { programs } from "./schema.ts";

/** What an administrator decides about a program. Absent keys take their default. */
export interface ProgramSettings {
  readonly approvalsNeeded: number;
  readonly owners: readonly string[];
  /** What the program asks of its scores, between 0 and 1: never less than the default. */
  readonly floors: Floors;
  /** Fewer persons of a cohort than this are not counted in sight: never less than the default. */
  readonly smallCell: number;
  /** So many hours after it was issued, a pointer ends for good where it cannot be renewed; null: never. */
  readonly hardExpiryHours: number | null;
  /** Unless somebody chooses a day: so many months after it was published, a release is due to be looked at again; null: never. */
  readonly reviewMonths: number | null;
}

export interface Program {
  readonly id: string;
  readonly title: Text;
  readonly settings: ProgramSettings;
  /** The number of its newest release, 0 before the first. */
  readonly headRelease: number;
  readonly archivedAt: Date | null;
}

export const defaultSettings: ProgramSettings = {
  approvalsNeeded: 1,
  owners: [],
  floors: leastFloors,
  smallCell: leastSmallCell,
  hardExpiryHours: null,
  reviewMonths: null,
};

/** Makes a program; one of that id that exists already is left as it is (`false`). */
export async function createProgram(
  tx: Tx,
  act: Act,
  program: {
    readonly id: string;
    readonly title: Text;
    readonly settings?: Partial<ProgramSettings>;
    /** Where its content comes from, for the audit. */
    readonly origin?: Readonly<Record<string, unknown>>;
  },
): Promise<boolean> {
  const settings = readSettings({ ...defaultSettings, ...program.settings });
  const made = await tx
    .insert(programs)
    .values({ id: program.id, title: asText(program.title), settings, createdAt: act.at })
    .onConflictDoNothing()
    .returning({ id: programs.id });
  if (made.length === 0) return false;
  await appendAudit(tx, act, {
    action: "program.create",
    subject: `program:${program.id}`,
    payload: { title: program.title, settings, ...(program.origin ? { origin: program.origin } : {}) },
  });
  return true;
}

export async function getProgram(reader: Reader, id: string): Promise<Program | undefined> {
  const [row] = await reader.select().from(programs).where(eq(programs.id, id));
  return row && fromRow(row);
}

/** The program, locked until the transaction ends: its release number and its channels then belong to us alone. */
export async function lockProgram(tx: Tx, id: string): Promise<Program | undefined> {
  const [row] = await tx.select().from(programs).where(eq(programs.id, id)).for("no key update");
  return row && fromRow(row);
}

/** All programs, or those that are not archived, by id. */
export async function listPrograms(
  reader: Reader,
  options: { archived?: boolean } = {},
): Promise<readonly Program[]> {
  const rows = await reader
    .select()
    .from(programs)
    .where(options.archived ? undefined : isNull(programs.archivedAt))
    .orderBy(asc(programs.id));
  return rows.map(fromRow);
}

/** Changes title or settings; `undefined` when there is no such program. */
export async function updateProgram(
  tx: Tx,
  act: Act,
  change: { readonly id: string; readonly title?: Text; readonly settings?: Partial<ProgramSettings> },
): Promise<Program | undefined> {
  const [row] = await tx.select().from(programs).where(eq(programs.id, change.id)).for("update");
  if (!row) return undefined;
  const before = fromRow(row);
  const after = {
    title: change.title ? asText(change.title) : before.title,
    settings: readSettings({ ...before.settings, ...change.settings }),
  };
  if (sameJson({ title: before.title, settings: before.settings }, after)) return before;
  await tx.update(programs).set(after).where(eq(programs.id, change.id));
  await appendAudit(tx, act, {
    action: "program.update",
    subject: `program:${change.id}`,
    payload: { before: { title: before.title, settings: before.settings }, after },
  });
  return { ...before, ...after };
}

/** Archives a program: its releases stay, its channels are closed by the doors. `false` when nothing changed. */
export async function archiveProgram(tx: Tx, act: Act, id: string): Promise<boolean> {
  const done = await tx
    .update(programs)
    .set({ archivedAt: act.at })
    .where(and(eq(programs.id, id), isNull(programs.archivedAt)))
    .returning({ id: programs.id });
  if (done.length === 0) return false;
  await appendAudit(tx, act, { action: "program.archive", subject: `program:${id}`, payload: {} });
  return true;
}

/** Takes an archived program up again. `false` when nothing changed. */
export async function reopenProgram(tx: Tx, act: Act, id: string): Promise<boolean> {
  const done = await tx
    .update(programs)
    .set({ archivedAt: null })
    .where(and(eq(programs.id, id), isNotNull(programs.archivedAt)))
    .returning({ id: programs.id });
  if (done.length === 0) return false;
  await appendAudit(tx, act, { action: "program.reopen", subject: `program:${id}`, payload: {} });
  return true;
}

function fromRow(row: typeof programs.$inferSelect): Program {
  return {
    id: row.id,
    title: asText(row.title),
    settings: readSettings(row.settings),
    headRelease: row.headRelease,
    archivedAt: row.archivedAt,
  };
}

/** Settings out of JSON. @throws TypeError when a known key has another shape. */
function readSettings(json: unknown): ProgramSettings {
  const {
    approvalsNeeded,
    owners,
    floors,
    smallCell,
    hardExpiryHours,
    reviewMonths,
  }: Partial<Record<keyof ProgramSettings, unknown>> = { ...defaultSettings, ...(json as object) };
  if (
    typeof approvalsNeeded !== "number" ||
    !Number.isInteger(approvalsNeeded) ||
    approvalsNeeded < 1 ||
    approvalsNeeded > 9
  ) {
    throw new TypeError("approvalsNeeded is a whole number from 1 to 9");
  }
  if (!Array.isArray(owners) || !owners.every((o) => typeof o === "string"))
    throw new TypeError("owners is a list of names");
  const smallest = smallCellSchema.safeParse(smallCell);
  if (!smallest.success)
    throw new TypeError(`smallCell is a whole number from ${leastSmallCell} to ${mostSmallCell}`);
  return {
    approvalsNeeded,
    owners,
    floors: readFloors(floors),
    smallCell: smallest.data,
    hardExpiryHours: orNull("hardExpiryHours", hardExpiryHoursSchema, hardExpiryHours),
    reviewMonths: orNull("reviewMonths", reviewMonthsSchema, reviewMonths),
  };
}

function orNull(
  name: keyof ProgramSettings,
  schema: typeof hardExpiryHoursSchema,
  value: unknown,
): number | null {
  const found = schema.nullable().safeParse(value);
  if (found.success) return found.data;
  throw new TypeError(`${name} is a whole number from ${schema.minValue} to ${schema.maxValue}, or null`);
}

function readFloors(json: unknown): Floors {
  const floors = floorsSchema.safeParse({ ...leastFloors, ...(json as object) });
  if (!floors.success)
    throw new TypeError(
      `floors are from ${leastFloors.mutants} (mutants) and ${leastFloors.boundaries} (boundaries) to 1`,
    );
  return floors.data;
}
