// Questions about processes other than our children: alive or a zombie, the same one as before, PostgreSQL or not.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

const linux = process.platform === "linux";

/** What tells a process from a later one with the same number, or undefined when it is not alive. A zombie is dead. */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (linux) {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
    // The name, in brackets, may itself hold spaces and brackets: what counts stands after the last one.
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields?.[0], fields?.[19]];
    return state === undefined || state === "Z" || state === "X" ? undefined : `${bootId()} ${started}`;
  }
  if (process.platform === "win32") return answersSignal(pid) ? "alive" : undefined;
  const ps = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const line = ps.stdout.trim();
  return ps.status !== 0 || line === "" || line.startsWith("Z") ? undefined : line.replace(/^\S+\s+/, "");
}

export function isAlive(pid: number): boolean {
  return processIdentity(pid) !== undefined;
}

/** Whether a living process is a PostgreSQL server. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (linux) return attempt(() => readFileSync(`/proc/${pid}/comm`, "utf8"))?.trim() === "postgres";
  if (process.platform === "win32") {
    return spawnSync("tasklist", ["/fi", `pid eq ${pid}`, "/nh"], { encoding: "utf8" }).stdout.includes(
      "postgres",
    );
  }
  return /(^|\/)postgres$/.test(
    spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim(),
  );
}

/** Living PostgreSQL processes that work in a data directory: the backends of a dead server stay for a moment. */
export function postgresIn(directory: string): readonly number[] {
  return processesIn((folder) => folder === directory).filter(isPostgres);
}

/** Living processes that work in a folder or below it. Known on Linux only. */
export function processesBelow(directory: string): readonly number[] {
  return processesIn((folder) => folder === directory || folder.startsWith(`${directory}/`)).filter(isAlive);
}

function processesIn(matches: (folder: string) => boolean): readonly number[] {
  if (!linux) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && matches(attempt(() => readlinkSync(`/proc/${pid}/cwd`)) ?? ""));
}

/** The set of processes we can see: a number from another one (another container, another machine) means nothing here. */
export function processSpace(): string {
  return `${hostname()} ${(linux && attempt(() => readlinkSync("/proc/self/ns/pid"))) || ""}`;
}

/** Waits until a condition holds; `false` when it still does not after `ms`. */
export async function until(
  ms: number,
  condition: () => boolean | Promise<boolean>,
  every = 50,
): Promise<boolean> {
  const steps = Math.ceil(ms / every);
  for (let step = 0; step <= steps; step++) {
    if (await condition()) return true;
    await sleep(every);
  }
  return false;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function answersSignal(pid: number): boolean {
  return attempt(() => process.kill(pid, 0)) === true;
}

function bootId(): string {
  return attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()) ?? "";
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
