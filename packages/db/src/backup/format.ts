// A backup as a file: gzip over lines. The first line says what it is of, then one line a row, and the last says that
// it is whole. Rows are the JSON that PostgreSQL itself makes of them and reads back, so that nothing is rounded here.

/** The newest format this code reads and the only one it writes. */
export const backupVersion = 1;

export interface BackupHeader {
  readonly jumelage: "backup";
  readonly version: typeof backupVersion;
  readonly createdAt: string;
  /** The migrations of the database, in order, each with the hash of what it did. */
  readonly migrations: readonly { readonly tag: string; readonly sha256: string }[];
  /** The end of the audit chain at that moment. */
  readonly audit: { readonly size: number; readonly head: string };
  /** The private signing key (PKCS #8, PEM), only where that was asked for. */
  readonly signingKey?: string;
}

/** The last line: how many rows came before, and the SHA-256 of every line up to here. */
export interface BackupEnd {
  readonly end: true;
  readonly rows: number;
  readonly sha256: string;
}

/** Not carried over: who is where just now, sessions and sign-ins under way, and what can be computed again. */
export const leftOut: ReadonlySet<string> = new Set([
  "draft_presence",
  "jumelage_migrations",
  "lab_results",
  "sessions",
  "sign_in_attempts",
  "sign_in_links",
]);

export type BackupProblem =
  /** Not a backup, cut short, or altered. */
  | "not-a-backup"
  | "damaged"
  /** Made by a newer version of Jumelage, or of a database that is not of this product. */
  | "too-new"
  | "other-history"
  /** The database holds something already. */
  | "not-empty";

/** A backup that cannot be restored; nothing of it was kept. */
export class BackupError extends Error {
  readonly code: BackupProblem;

  constructor(code: BackupProblem, options: ErrorOptions = {}) {
    super(code, options);
    this.name = "BackupError";
    this.code = code;
  }
}

/** The tables of this database that a backup carries, each after those it refers to. */
export const tablesInOrder = `
  with recursive wanted as (
    select c.oid, c.relname::text as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  ), refers as (
    select distinct conrelid as oid, confrelid as target from pg_constraint
    where contype = 'f' and conrelid <> confrelid
  ), depth as (
    select oid, 0 as level from wanted
    union
    select r.oid, d.level + 1 from depth d join refers r on r.target = d.oid
  )
  select w.name from wanted w join depth d using (oid) group by w.name order by max(d.level), w.name`;
