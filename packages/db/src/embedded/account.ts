// PostgreSQL refuses to run as root. Here is found, or made, the unprivileged account it runs as in that case.
import { spawnSync } from "node:child_process";
import { EmbeddedError, type Log } from "./report.ts";

/** Whom to run PostgreSQL as; undefined: as ourselves. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** @throws EmbeddedError `no-account` when root finds no account to step down to. */
export function postgresAccount(log: Log): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp("postgres") ?? lookUp("jumelage");
  if (existing) return existing;
  // Debian and Red Hat know useradd, Alpine adduser.
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    "/nonexistent",
    "--shell",
    "/bin/false",
    "jumelage",
  ]);
  if (!lookUp("jumelage")) spawnSync("adduser", ["-S", "-D", "-H", "jumelage"]);
  const made = lookUp("jumelage");
  if (made) {
    log({
      fr: "PostgreSQL ne s’exécute pas sous root\u00a0: le compte système «\u00a0jumelage\u00a0» a été créé pour lui.",
      en: "PostgreSQL does not run as root: the system account “jumelage” was created for it.",
    });
    return made;
  }
  const nobody = lookUp("nobody");
  if (nobody) return nobody;
  throw new EmbeddedError("no-account", {
    fr: "PostgreSQL ne s’exécute pas sous root, et aucun compte sans privilège n’a pu être trouvé ni créé. Démarrez Jumelage sous un compte ordinaire, ou indiquez une base avec DATABASE_URL.",
    en: "PostgreSQL does not run as root, and no unprivileged account could be found or created. Start Jumelage as an ordinary user, or name a database with DATABASE_URL.",
  });
}

/** The options that make a child process run as the account. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account may enter a folder, and write there if asked. Tried as that account, not computed. */
export function mayUse(account: Account | undefined, folder: string, how: "enter" | "write"): boolean {
  if (process.platform === "win32") return true;
  const test = how === "write" ? 'cd "$1" && test -w .' : 'cd "$1"';
  return (
    spawnSync("/bin/sh", ["-c", test, "sh", folder], { ...asAccount(account), cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** Whether the account may run a program. */
export function mayRun(account: Account | undefined, program: string): boolean {
  return spawnSync(program, ["--version"], { ...asAccount(account), cwd: "/", stdio: "ignore" }).status === 0;
}

function lookUp(name: string): Account | undefined {
  const [uid, gid] = (["-u", "-g"] as const).map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout.trim()) : NaN;
  });
  return uid !== undefined && gid !== undefined && uid > 0 && Number.isInteger(gid)
    ? { name, uid, gid }
    : undefined;
}
