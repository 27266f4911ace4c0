// Writes src/migrations/index.ts from the SQL files beside it, so that the migrations travel inside a bundle and
// nothing reads the disk at start. Run by `pnpm generate`; a test says when it was forgotten.
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../src/migrations/", import.meta.url);

/** The text of src/migrations/index.ts for the SQL files as they stand. */
export function embeddedMigrations(): string {
  const journal = JSON.parse(readFileSync(new URL("meta/_journal.json", folder), "utf8")) as {
    entries: { tag: string }[];
  };
  const entries = journal.entries.map(({ tag }) => {
    const statements = readFileSync(new URL(`${tag}.sql`, folder), "utf8").split("--> statement-breakpoint");
    const list = statements.map((s) => `      ${JSON.stringify(s.trim())},\n`).join("");
    return `  {\n    tag: ${JSON.stringify(tag)},\n    statements: [\n${list}    ],\n  },\n`;
  });
  return (
    "// Generated from the SQL files of this folder by `pnpm --filter @jumelage/db generate`. Do not edit.\n" +
    'import type { Migration } from "../migrate.ts";\n\n' +
    `export const migrations: readonly Migration[] = [\n${entries.join("")}];\n`
  );
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(new URL("index.ts", folder), embeddedMigrations());
