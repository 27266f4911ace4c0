// A bounded load: a fixed number of requests over a fixed number of connections that stay open.
import { Agent, request } from "node:http";

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  readonly requests: number;
  readonly connections: number;
}

/** Sends the bodies in turn and waits for every answer. @throws Error on an answer that is not 200 */
export async function sendLoad({ url, headers, bodies, requests, connections }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < requests) {
      const body = bodies[next++ % bodies.length] ?? "";
      await post(url, { agent, headers, body });
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    agent.destroy();
  }
}

/** The body of a 200 answer. */
export function post(
  url: string,
  options: {
    readonly agent?: Agent;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
): Promise<string> {
  const { agent, headers, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        ...(agent ? { agent } : {}),
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 400)}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
