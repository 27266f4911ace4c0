// `pnpm dev`: the server restarts and the console reloads on every change. The console is Vite's address; it passes
// API calls on to the server.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./run.ts";

const children = [
  spawn(process.execPath, ["--watch", "--watch-preserve-output", "src/main.ts"], {
    cwd: join(root, "apps/server"),
    stdio: "inherit",
  }),
  spawn("vite", ["--host", "127.0.0.1"], { cwd: join(root, "apps/admin"), stdio: "inherit" }),
];
const stop = (): void => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const child of children) child.on("exit", stop);
