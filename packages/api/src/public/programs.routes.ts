// Routes about programs, channels and releases: what a consumer reads.
import { listPointers, listPrograms, listReleases, pointerAt, type Consumer } from "@jumelage/db";
import { idSchema, pointerPayloadSchema, sha256Schema, type Lang } from "@jumelage/engine";
import { z } from "zod";
import { Refusal } from "../errors.ts";
import { instantSchema, textOutSchema } from "../shapes.ts";
import { isInstant } from "./evaluate-body.ts";
import { factsSchemaOf } from "./facts-schema.ts";
import { livePointer } from "./live-pointer.ts";
import {
  json,
  matchesTag,
  nothing,
  route,
  whenKnown,
  type HandlerContext,
  type PublicAnswer,
  type PublicRoute,
} from "./route.ts";
import type { OpenedRelease } from "./state.ts";

export const programParams = z.strictObject({ program: idSchema });
export const channelParams = z.strictObject({ program: idSchema, channel: idSchema });
/** Path segments are text; a release is a whole number without leading zeros. */
export const releaseParams = z.strictObject({
  program: idSchema,
  number: z.string().regex(/^[1-9]\d{0,8}$/),
});

/** A signed document: DSSE, payload in base64. */
const envelopeSchema = z.strictObject({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.string() })),
});

/** The consumer, when this program is among those its key may read; for any other the program does not exist. */
export function readerOf(program: string, { consumer }: HandlerContext): Consumer {
  if (!consumer?.programs.includes(program)) throw new Refusal("not-found");
  return consumer;
}

/** The release, opened. @throws Refusal `not-found` */
export function releaseOf(
  program: string,
  number: number,
  { state }: HandlerContext,
): OpenedRelease | Promise<OpenedRelease> {
  return whenKnown(state.release(program, number), (release) => {
    if (!release) throw new Refusal("not-found");
    return release;
  });
}

const immutable = "private, max-age=31536000, immutable";
const envelopeType = "application/vnd.dsse.envelope.v1+json";

const channelSummary = pointerPayloadSchema
  .pick({ channel: true, sequence: true, release: true, sha256: true })
  .extend({ issuedAt: instantSchema, suspended: instantSchema.optional() });

const programs = route({
  method: "GET",
  path: "/v1/programs",
  operation: "listPrograms",
  summary: {
    fr: "Les programmes que cette clé permet de lire, avec leurs canaux.",
    en: "The programs this key may read, with their channels.",
  },
  access: "consumer",
  params: nothing,
  query: nothing,
  answer: z.strictObject({
    programs: z.array(
      z.strictObject({ program: idSchema, title: textOutSchema, channels: z.array(channelSummary) }),
    ),
  }),
  async handler(_input, { deps, consumer }) {
    const [all, pointers] = await Promise.all([listPrograms(deps.db), listPointers(deps.db)]);
    return json({
      programs: all
        .filter((program) => consumer?.programs.includes(program.id))
        .map((program) => ({
          program: program.id,
          title: program.title,
          channels: pointers
            .filter((p) => p.program === program.id)
            .map(({ channel, sequence, release, sha256, issuedAt, suspendedSince }) => ({
              channel,
              sequence,
              release,
              sha256,
              issuedAt,
              ...(suspendedSince === null ? {} : { suspended: suspendedSince }),
            })),
        })),
    });
  },
});

const pointer = route({
  method: "GET",
  path: "/v1/programs/{program}/channels/{channel}",
  operation: "getPointer",
  summary: {
    fr: "Le pointeur signé d’un canal : quelle version y est en vigueur, et jusqu’à quand s’y fier.",
    en: "The signed pointer of a channel: which release is in force there, and until when to rely on it.",
  },
  access: "consumer",
  params: channelParams,
  query: nothing,
  answer: envelopeSchema,
  answerType: envelopeType,
  async handler({ params, ifNoneMatch }, context) {
    const reader = readerOf(params.program, context);
    const stored = await context.state.pointer(params.program, params.channel);
    if (!stored) throw new Refusal("not-found");
    const live = await livePointer(stored, context.deps);
    context.state.seen(reader.id, stored);
    const headers = { etag: live.etag, "cache-control": "private, no-cache" };
    if (matchesTag(ifNoneMatch, live.etag)) return { status: 304, headers, body: null };
    return { status: 200, headers: { ...headers, "content-type": envelopeType }, body: live.envelope };
  },
});

const releases = route({
  method: "GET",
  path: "/v1/programs/{program}/releases",
  operation: "listReleases",
  summary: {
    fr: "Les versions publiées, la plus récente d’abord; avec « at », celle qui était alors en vigueur sur un canal.",
    en: "The releases, newest first; with “at”, the one that was then in force on a channel.",
  },
  access: "consumer",
  params: programParams,
  query: z.strictObject({
    at: z.string().refine(isInstant, { message: "not-an-instant" }).optional(),
    channel: idSchema.optional(),
  }),
  answer: z.strictObject({
    releases: z.array(
      z.strictObject({ number: z.int(), sha256: sha256Schema, createdAt: instantSchema, change: z.string() }),
    ),
  }),
  async handler({ params: { program }, query }, context) {
    readerOf(program, context);
    const { db } = context.deps;
    let rows = await listReleases(db, program);
    if (query.at !== undefined) {
      const channel = query.channel ?? "production";
      const then = await pointerAt(db, { program, channel, at: new Date(query.at) });
      rows = rows.filter((r) => r.number === then?.release);
    } else if (query.channel !== undefined) {
      const now = await context.state.pointer(program, query.channel);
      rows = rows.filter((r) => r.number === now?.release);
    }
    return json({
      releases: rows.map((r) => ({
        number: r.number,
        sha256: r.sha256,
        createdAt: r.createdAt,
        change: r.changeKind ?? (r.number === 1 ? "initial" : "not-computed"),
      })),
    });
  },
});

const release = route({
  method: "GET",
  path: "/v1/programs/{program}/releases/{number}",
  operation: "getRelease",
  summary: {
    fr: "La version publiée, signée, octet pour octet la même pour toujours.",
    en: "The signed release, byte for byte the same for ever.",
  },
  access: "consumer",
  params: releaseParams,
  query: nothing,
  answer: envelopeSchema,
  answerType: envelopeType,
  async handler({ params, ifNoneMatch }, context) {
    readerOf(params.program, context);
    const { bytes, sha256 } = await releaseOf(params.program, Number(params.number), context);
    return forEver({ body: bytes, tag: `"${sha256}"`, type: envelopeType }, ifNoneMatch);
  },
});

/** A document that never changes, or 304 when the caller has it. */
function forEver(
  document: { readonly body: string | Uint8Array; readonly tag: string; readonly type: string },
  ifNoneMatch: string | undefined,
): PublicAnswer {
  const headers = { etag: document.tag, "cache-control": immutable };
  if (matchesTag(ifNoneMatch, document.tag)) return { status: 304, headers, body: null };
  return { status: 200, headers: { ...headers, "content-type": document.type }, body: document.body };
}

interface View {
  readonly name: string;
  readonly operation: string;
  readonly summary: Readonly<Record<Lang, string>>;
  readonly of: (release: OpenedRelease) => unknown;
}

const views: readonly View[] = [
  {
    name: "rule-set.json",
    operation: "getRuleSet",
    summary: { fr: "Le jeu de critères de la version.", en: "The rule set of the release." },
    of: ({ payload }) => payload.ruleSet,
  },
  {
    name: "json-rules-engine.json",
    operation: "getJsonRulesEngine",
    summary: {
      fr: "Les règles traduites pour json-rules-engine.",
      en: "The rules lowered for json-rules-engine.",
    },
    of: ({ payload }) => payload.jsonRulesEngine,
  },
  {
    name: "facts.schema.json",
    operation: "getFactsSchema",
    summary: {
      fr: "Le schéma JSON des renseignements que la version accepte.",
      en: "A JSON Schema of the facts the release accepts.",
    },
    of: ({ payload }) =>
      factsSchemaOf(payload.ruleSet, `urn:jumelage:${payload.program}:${payload.number}:facts`),
  },
];

const viewRoutes = views.map((view) =>
  route({
    method: "GET",
    path: `/v1/programs/{program}/releases/{number}/${view.name}`,
    operation: view.operation,
    summary: view.summary,
    access: "consumer",
    params: releaseParams,
    query: nothing,
    answer: z.record(z.string(), z.unknown()),
    async handler({ params, ifNoneMatch }, context) {
      readerOf(params.program, context);
      const opened = await releaseOf(params.program, Number(params.number), context);
      return forEver(
        {
          body: JSON.stringify(view.of(opened)),
          tag: `"${opened.sha256}/${view.name}"`,
          type: "application/json; charset=utf-8",
        },
        ifNoneMatch,
      );
    },
  }),
);

export const programRoutes: readonly PublicRoute[] = [programs, pointer, releases, release, ...viewRoutes];
