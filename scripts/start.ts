// `pnpm start`: builds what has changed, then runs the server on the embedded database until it is told to stop.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, run } from "./run.ts";

process.stderr.write("Building the console and the server (seconds; nothing when unchanged)…\n");
const built = await run("turbo", ["run", "build", "--output-logs=errors-only", "--log-order=grouped"], {
  quietStdout: true,
});
if (built !== 0) {
  process.stderr.write("The build failed; see above.\n");
  process.exit(built);
}
const server = spawn(process.execPath, [join(root, "apps/server/dist/main.js")], {
  cwd: root,
  stdio: "inherit",
});
// The terminal sends its signals to the whole group; others (a service manager) only to this process.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 128 : 1)));
