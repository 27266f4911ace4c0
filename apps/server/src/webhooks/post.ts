// One request to a webhook: the name is resolved once, every address it has must be public, and the connection goes to
// one of those very addresses, so that a name that changes its mind in between leads nowhere. No redirect is followed,
// no more than 5 seconds and 64 KiB are spent.
import { lookup } from "node:dns/promises";
import { request } from "node:https";
import type { LookupFunction } from "node:net";
import type { Deps } from "@jumelage/api";
import { isPublicAddress } from "./public-address.ts";

type WebhookPort = Deps["webhooks"];
type PostOutcome = Awaited<ReturnType<WebhookPort["post"]>>;

/** The network as it is; tests give another one. */
export interface Network {
  /** Every address of a name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isAllowed: (address: string) => boolean;
  /** Certificates to trust besides those of the platform. */
  readonly ca?: string;
  readonly timeout: number;
}

const mostBytes = 64 * 1024;

/** The internet. */
export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  timeout: 5000,
};

/** Posts to webhooks over a network. Never throws: what goes wrong is an outcome. */
export function createPost(network: Network): WebhookPort["post"] {
  return async ({ url, headers, body }) => {
    const deadline = AbortSignal.timeout(network.timeout);
    const late = new Promise<readonly string[]>((resolve) => {
      deadline.addEventListener("abort", () => resolve([]), { once: true });
    });
    const { hostname } = new URL(url);
    const addresses = await Promise.race([network.resolve(hostname).catch(() => []), late]);
    const [address] = addresses;
    if (deadline.aborted) return { failure: "timeout" };
    if (address === undefined) return { failure: "unknown-host" };
    // One that is not is enough: who answers for the name is not to be trusted with a choice.
    if (!addresses.every(network.isAllowed)) return { failure: "private-address" };
    return send({ url, headers, body, address }, network, deadline);
  };
}

interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly address: string;
}

function send(sending: Sending, { ca }: Network, deadline: AbortSignal): Promise<PostOutcome> {
  const { url, headers, body, address } = sending;
  return new Promise((resolve) => {
    const call = request(url, {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)), "user-agent": "jumelage" },
      // A connection of its own, to this address and no other.
      agent: false,
      lookup: pinnedTo(address),
      maxHeaderSize: 16 * 1024,
      signal: deadline,
      ...(ca === undefined ? {} : { ca }),
    });
    const failed = (): void => resolve({ failure: deadline.aborted ? "timeout" : "unreachable" });
    call.once("error", failed);
    call.once("response", (response) => {
      let read = 0;
      response.on("data", (chunk: Buffer) => {
        read += chunk.length;
        if (read <= mostBytes) return;
        resolve({ failure: "too-large" });
        call.destroy();
      });
      response.once("end", () => resolve({ status: response.statusCode ?? 0 }));
      response.once("error", failed);
      response.once("close", failed);
    });
    call.end(body);
  });
}

function pinnedTo(address: string): LookupFunction {
  const family = address.includes(":") ? 6 : 4;
  return (_host, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}
