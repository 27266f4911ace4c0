// The process: reads its environment, starts the server, says where it is, and stops it when asked. Standard output
// carries exactly one line of JSON with the address; progress and the log go to standard error.
import { EnvError, readEnv } from "./env.ts";
import { describeError } from "./logger.ts";
import { startServer, type RunningServer } from "./start-server.ts";
import { isTraced } from "./tracing.ts";

const patience = 10_000;

function say(text: { readonly fr: string; readonly en: string }): void {
  process.stderr.write(`${text.fr} / ${text.en}\n`);
}

function explain(error: unknown): void {
  if (error instanceof EnvError) {
    say({ fr: "L’environnement ne convient pas\u00a0:", en: "The environment cannot be used:" });
    for (const problem of error.problems) process.stderr.write(`  ${problem}\n`);
    return;
  }
  if (error instanceof Error && "text" in error && typeof error.text === "object" && error.text !== null) {
    say(error.text as { fr: string; en: string });
    return;
  }
  say({ fr: "Le serveur n’a pas pu démarrer.", en: "The server could not start." });
  process.stderr.write(
    `${error instanceof Error && isOurs(error) ? error.message : JSON.stringify(describeError(error))}\n`,
  );
}

/** Errors whose message is made for people and quotes no secret. */
function isOurs(error: Error): boolean {
  return "code" in error
    ? ["EADDRINUSE", "EACCES", "EADDRNOTAVAIL"].includes(String(error.code))
    : error.name === "Error";
}

async function run(): Promise<void> {
  let server: RunningServer;
  try {
    server = await startServer(readEnv(process.env), { say, isTraced: isTraced(process.env) });
  } catch (error) {
    explain(error);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${JSON.stringify({ url: server.url, pid: process.pid })}\n`);
  say({ fr: `Jumelage est prêt\u00a0: ${server.url}`, en: `Jumelage is ready: ${server.url}` });
  const stop = (signal: NodeJS.Signals): void => {
    // A second signal does not wait.
    process.once("SIGINT", () => process.exit(130));
    process.once("SIGTERM", () => process.exit(143));
    say({ fr: `Arrêt (${signal})…`, en: `Stopping (${signal})…` });
    setTimeout(() => process.exit(1), patience).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        explain(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

void run();
