// Python for the tests of the client in Python: what is there, else Debian's package as root; without either the tests
// fail and say so. A process of it is asked line by line.
import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

export const clientFolder = join(import.meta.dirname, "..", "..", "..", "..", "clients", "python");
const apt = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };

async function isPython(command: string): Promise<boolean> {
  try {
    // What the client needs: 3.9, for time zones.
    await promisify(execFile)(command, ["-c", "import sys, zoneinfo; sys.exit(sys.version_info < (3, 9))"]);
    return true;
  } catch {
    return false;
  }
}

async function look(): Promise<string | undefined> {
  for (const command of ["python3", "python"]) if (await isPython(command)) return command;
  return undefined;
}

/** The command of a Python that runs the client. */
export async function findPython(): Promise<string> {
  const found = await look();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) {
    await promisify(execFile)("apt-get", ["update", "-qq"], apt).catch(() => undefined);
    await promisify(execFile)("apt-get", ["install", "-y", "-qq", "python3"], apt).catch(() => undefined);
    const now = await look();
    if (now !== undefined) return now;
  }
  throw new Error("The tests of clients/python need python3 (3.9 or newer): install it and run them again.");
}

export interface Python {
  /** What the client answers. @throws Error with a fault of its own */
  ask(question: object): Promise<unknown>;
  stop(): void;
}

export async function startPython(): Promise<Python> {
  const child = spawn(await findPython(), ["-B", join(import.meta.dirname, "harness.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const line = await answers.next();
      if (line.done) throw new Error("Python has stopped");
      const { answer, fault } = JSON.parse(line.value) as { answer?: unknown; fault?: string };
      if (fault !== undefined) throw new Error(fault);
      return answer;
    },
    stop: () => void child.kill(),
  };
}
