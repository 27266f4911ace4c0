// The ways bytes come into a client, each as an application uses it: what it is handed, and whether it then serves.
import { packKept } from "../../src/cache.ts";
import { createClient, type ClientOptions } from "../../src/index.ts";
import type { PublicJwk } from "@jumelage/engine";
import { noon } from "../harness.ts";

/** The two documents, as they arrive. */
export interface Arriving {
  readonly pointer: Uint8Array;
  readonly release: Uint8Array;
}

export const doors = ["network", "cache", "bundled"] as const;
export type DoorName = (typeof doors)[number];

export interface Through {
  readonly trust: readonly PublicJwk[];
  readonly program: string;
  /** Another build of the client than the sources. */
  readonly createClient?: typeof createClient;
}

/** What a client has in force that was handed these bytes at this door, or the code of why it has nothing. */
export async function through(
  door: DoorName,
  { pointer, release }: Arriving,
  { trust, program, createClient: create = createClient }: Through,
): Promise<string> {
  const kept = packKept({ pointer, release, seen: pointer });
  const codes: string[] = [];
  const offline: typeof fetch = () => Promise.reject(new TypeError("no network"));
  const online: typeof fetch = async (url) => {
    const asked = url instanceof Request ? url.url : url.toString();
    if (asked.includes("/releases/")) return new Response(new Uint8Array(release));
    return new Response(new Uint8Array(pointer));
  };
  const by: Readonly<Record<DoorName, Partial<ClientOptions>>> = {
    network: { fetch: online },
    cache: { fetch: offline, cache: { read: async () => kept, write: async () => undefined } },
    bundled: { fetch: offline, bundled: kept },
  };
  const client = create({
    url: "http://server.invalid",
    key: "consumer-key",
    program,
    channel: "production",
    trust,
    now: () => noon,
    onEvent: (event) => {
      if (event.type === "problem" && event.door === door) codes.push(event.code);
    },
    ...by[door],
  });
  const status = await client.refresh();
  if (client.evaluate({}).kind !== "no-rules") return `release ${status.release ?? 0}`;
  return codes[0] ?? "nothing said";
}
