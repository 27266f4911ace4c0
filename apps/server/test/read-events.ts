// Server-sent events as a client reads them: enough of the format for what this server sends, and strict about the rest.

export interface ServerEvent {
  readonly id: number;
  readonly event: string;
  readonly data: string;
}

export interface EventStream {
  readonly status: number;
  readonly headers: Headers;
  /** Every event so far. */
  readonly events: readonly ServerEvent[];
  /** How the stream ended, once it has. */
  readonly ended: Promise<"ended" | "cut">;
  readonly close: () => void;
}

/** Opens a stream and reads it until it ends or is closed. */
export async function readEvents(
  url: string,
  options: { readonly key: string; readonly lastEventId?: string },
): Promise<EventStream> {
  const { key, lastEventId } = options;
  const stop = new AbortController();
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${key}`,
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    signal: stop.signal,
  });
  const events: ServerEvent[] = [];
  const read = async (): Promise<"ended" | "cut"> => {
    let held = "";
    const decoder = new TextDecoder();
    try {
      for await (const piece of response.body ?? []) {
        held += decoder.decode(piece, { stream: true });
        for (let end = held.indexOf("\n\n"); end >= 0; end = held.indexOf("\n\n")) {
          const event = eventOf(held.slice(0, end));
          if (event) events.push(event);
          held = held.slice(end + 2);
        }
      }
      return "ended";
    } catch {
      return "cut";
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    events,
    ended: read(),
    close: () => stop.abort(),
  };
}

function eventOf(block: string): ServerEvent | undefined {
  if (block.startsWith(":") || block.startsWith("retry: ")) return undefined;
  const match = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(block);
  if (!match) throw new Error(`not an event: ${block.slice(0, 200)}`);
  return { id: Number(match[1]), event: match[2] ?? "", data: match[3] ?? "" };
}
