// A channel as a stream of events (server-sent events): its pointer whenever it changes, and a sign of life in between.
// An event is the signed pointer itself, and its id is the sequence, so that who comes back says what they have seen.
import type { Pointer } from "@jumelage/db";
import { z } from "zod";
import { Refusal } from "../errors.ts";
import { PublicProblem } from "./failures.ts";
import { livePointer, tagOf, type LivePointer } from "./live-pointer.ts";
import { channelParams, readerOf } from "./programs.routes.ts";
import { nothing, route, type HandlerContext, type PublicRoute } from "./route.ts";

/** The longest silence, in milliseconds: proxies and clients take less than half a minute for granted. */
const heartbeat = 20_000;

type Channel = z.infer<typeof channelParams>;

const events = route({
  method: "GET",
  path: "/v1/programs/{program}/channels/{channel}/events",
  operation: "followChannel",
  summary: {
    fr: "Suit un canal\u00a0: son pointeur signé à chaque changement (server-sent events).",
    en: "Follows a channel: its signed pointer on every change (server-sent events).",
  },
  access: "consumer",
  params: channelParams,
  query: nothing,
  answer: z.string(),
  answerType: "text/event-stream",
  async handler({ params, lastEventId, whenClosed }, context) {
    const reader = readerOf(params.program, context);
    const seen = sequenceOf(lastEventId);
    if (!(await context.state.pointer(params.program, params.channel))) throw new Refusal("not-found");
    const leave = context.state.watch.enter(reader.id);
    if (!leave) throw new PublicProblem("rate-limited", { reason: "too-many-streams" });
    const end = new AbortController();
    whenClosed(() => {
      leave();
      end.abort();
    });
    return {
      status: 200,
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      },
      body: followed(params, { seen, every: heartbeat, end: end.signal }, context),
    };
  },
});

export const eventRoutes: readonly PublicRoute[] = [events];

/** The sequence that a caller has seen last. @throws PublicProblem `invalid-input` when it cannot be one of ours */
function sequenceOf(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined || lastEventId === "") return undefined;
  const sequence = Number(lastEventId);
  if (/^\d{1,16}$/.test(lastEventId) && Number.isSafeInteger(sequence)) return sequence;
  const problems = [{ code: "invalid-value", severity: "error", at: ["Last-Event-ID"], params: {} }];
  throw new PublicProblem("invalid-input", { in: "header", problems });
}

export interface Following {
  readonly seen: number | undefined;
  readonly every: number;
  readonly end: AbortSignal;
}

/** The text of the stream. It ends when the server stops, the caller goes, or the key may no longer read the channel. */
export async function* followed(
  channel: Channel,
  { seen, every, end }: Following,
  context: HandlerContext,
): AsyncGenerator<string> {
  const { watch } = context.state;
  // Clients that lose the server together come back apart.
  yield `retry: ${2000 + Math.floor(Math.random() * 6000)}\n\n`;
  let sent = seen;
  let shown: string | undefined;
  for (;;) {
    const count = watch.count(channel);
    const found = await look(channel, sent, context);
    if (found === undefined) return;
    for (const past of found.past) yield eventOf(past.sequence, past.envelope);
    const { current, live } = found;
    const isNew = sent === undefined || current.sequence > sent;
    // Signed again with later dates is a change too: under the same id, since it is the same state.
    const isRenewed = current.sequence === sent && live.etag !== (shown ?? found.issued);
    if (isNew || isRenewed) {
      yield eventOf(current.sequence, live.envelope);
      sent = current.sequence;
      shown = live.etag;
    }
    const woken = await watch.next(channel, count, { ms: every, end });
    if (woken === "ended") return;
    if (woken === "quiet") yield ":\n\n";
  }
}

interface Found {
  readonly past: readonly Pointer[];
  readonly current: Pointer;
  readonly live: LivePointer;
  /** The tag of what was signed when the channel moved. */
  readonly issued: string;
}

/** What there is to send; undefined when the caller may no longer have it, or nothing can be found out. */
async function look(
  { program, channel }: Channel,
  sent: number | undefined,
  context: HandlerContext,
): Promise<Found | undefined> {
  try {
    readerOf(program, { ...context, consumer: await context.consumerNow() });
    const current = await context.state.pointer(program, channel);
    if (!current) return undefined;
    const live = await livePointer(current, context.deps);
    const missed = sent !== undefined && sent < current.sequence;
    const past = missed ? await context.state.pointersBetween(sent, current) : [];
    return { past, current, live, issued: await tagOf(current.envelope, context.deps) };
  } catch {
    // The caller comes back, and is then told what is wrong, or finds that it is over.
    return undefined;
  }
}

function eventOf(sequence: number, envelope: Uint8Array): string {
  // Envelopes are canonical JSON, which has no line ends.
  return `id: ${sequence}\nevent: pointer\ndata: ${new TextDecoder().decode(envelope)}\n\n`;
}
