// A downstream app as a process of its own: it follows a channel with the SDK and answers one line of JSON per line of
// JSON it is asked. Configuration comes in the first line.
import { createInterface } from "node:readline";
import { createClient, type Client, type PublicJwk } from "@jumelage/sdk";
import { fileCache } from "@jumelage/sdk/node";

interface Setup {
  readonly url: string;
  readonly key: string;
  readonly program: string;
  readonly trust: readonly PublicJwk[];
  readonly cache: string;
}
type Ask = { readonly refresh: true } | { readonly evaluate: Readonly<Record<string, unknown>> };

let client: Client | undefined;
const events: unknown[] = [];

for await (const line of createInterface({ input: process.stdin })) {
  if (!client) {
    const { cache, ...setup } = JSON.parse(line) as Setup;
    client = createClient({
      ...setup,
      channel: "production",
      cache: fileCache(cache),
      onEvent: (event) => events.push(event),
    });
    reply(await client.refresh());
    continue;
  }
  const ask = JSON.parse(line) as Ask;
  reply(
    "refresh" in ask
      ? { ...(await client.refresh()), events: events.splice(0) }
      : client.evaluate(ask.evaluate),
  );
}

function reply(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
