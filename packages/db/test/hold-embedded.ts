// A server in miniature, for tests that kill it: starts the embedded PostgreSQL of a data folder, says so as one line
// of JSON, and waits. A refusal is said the same way, with its code.
import { EmbeddedError, startEmbedded } from "../src/embedded.ts";

const [dataDir = ""] = process.argv.slice(2);
const say = (line: unknown): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const embedded = await startEmbedded({ dataDir, log: (message) => say({ log: message.en }) });
  say({ url: embedded.url, pid: embedded.pid, adopted: embedded.adopted });
  process.once("SIGTERM", () => void embedded.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
} catch (error) {
  say({
    refused: error instanceof EmbeddedError ? error.code : String(error),
    message: (error as Error).message,
  });
  process.exitCode = 3;
}
