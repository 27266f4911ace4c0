// A bounded load: a fixed number of requests over a fixed number of connections that stay open.
import { request } from "node:http";
import { openConnection } from "./connection.ts";

/** What is sent, in turn. */
export interface Requests {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
}

export interface Load extends Requests {
  readonly requests: number;
  readonly connections: number;
}

/**
 * Sends the bodies in turn and waits for every answer. It writes to plain sockets and looks at no more of an answer than
 * where it ends: a client that took longer than the server would measure itself, and one that takes about as long is
 * asleep for one route and awake for the other, which the server pays for.
 * @throws Error on an answer that is not 200
 */
export async function sendLoad(load: Load): Promise<void> {
  const { url, requests, connections } = load;
  const written = requestBytes(load);
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const ask = (): void => {
        if (next < requests) socket.write(written[next++ % written.length] ?? "");
        else socket.end(() => resolve());
      };
      const socket = openConnection(url, ask);
      socket.on("connect", ask);
      socket.on("error", reject);
    });
  await Promise.all(Array.from({ length: connections }, work));
}

/** Each request as it goes over the wire. */
export function requestBytes({ url, headers, bodies }: Requests): readonly Buffer[] {
  const { host, pathname } = new URL(url);
  const lines = Object.entries({ host, "content-type": "application/json", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return bodies.map((body) =>
    Buffer.from(
      `POST ${pathname} HTTP/1.1\r\n${lines.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  );
}

/** The body of a 200 answer. */
export function post(
  url: string,
  options: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<string> {
  const { headers, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
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
