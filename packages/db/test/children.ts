// Child processes that say what they do in lines of JSON.
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Line = Readonly<Record<string, unknown>>;

export interface Child {
  readonly process: ChildProcess;
  readonly lines: readonly Line[];
  /** The first line with this key; fails when the child ends before. */
  readonly said: (key: string) => Promise<Line>;
  /** Ends it at once, as a crash would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<number | null>;
}

/** Runs a TypeScript file of this folder. */
export function run(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: Line[] = [];
  const waiting: ((ended: boolean) => void)[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (text) => {
    lines.push(JSON.parse(text) as Line);
    for (const wake of waiting.splice(0)) wake(false);
  });
  reader.on("close", () => {
    for (const wake of waiting.splice(0)) wake(true);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => resolve(code));
  });
  const said = async (key: string): Promise<Line> => {
    for (let over = false; ;) {
      const found = lines.find((line) => key in line);
      if (found) return found;
      if (over) throw new Error(`ended without saying "${key}": ${JSON.stringify(lines)}`);
      over = await new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve(true);
        else waiting.push(resolve);
      });
    }
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { process: child, lines, said, kill, ended };
}
