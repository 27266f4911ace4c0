// Tries once to take the lock of a folder, says what came of it, and keeps it until killed.
import { acquireLock } from "../src/embedded/lock.ts";

const [folder = ""] = process.argv.slice(2);
const { kind } = await acquireLock(folder);
process.stdout.write(`${JSON.stringify({ kind, pid: process.pid })}\n`);
if (kind === "acquired") setInterval(() => undefined, 60_000);
