// Runs a command of the workspace and shows what it prints; the exit code is the answer.
import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** Runs to the end; output goes to stderr when `quietStdout`, so that stdout stays free for what machines read. */
export async function run(
  command: string,
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly quietStdout?: boolean;
    readonly cwd?: string;
  } = {},
): Promise<number> {
  const child = spawn(command, [...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...options.env },
    stdio: ["ignore", options.quietStdout ? 2 : "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}
