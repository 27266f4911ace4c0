// Makes a throw-away PostgreSQL end with this process, even one that is killed: a small shell waits for the end of a
// pipe that only we hold, which the system closes when we are gone.
import { spawn } from "node:child_process";

/** @returns what to call before stopping it the ordinary way. */
export function endWithUs(pid: number, folder: string): () => void {
  if (process.platform === "win32") return () => undefined;
  const script =
    'read _; kill -INT "$1" 2>/dev/null; for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done; rm -rf "$2"';
  const guard = spawn("/bin/sh", ["-c", script, "sh", String(pid), folder], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  // The pipe must not keep us from ending.
  if (guard.stdin && "unref" in guard.stdin && typeof guard.stdin.unref === "function") guard.stdin.unref();
  return () => {
    guard.kill("SIGKILL");
  };
}
