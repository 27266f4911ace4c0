// What apps say of themselves, where they choose to: their version, the release in use, which facts they send,
// never a value, and how often a recommendation was not followed, by reason. The last word of each counts; it is what a new release is held against before it is published.
import { keepConsumerReport } from "@jumelage/db";
import { idSchema } from "@jumelage/engine";
import { z } from "zod";
import { Refusal } from "../errors.ts";
import { instantSchema } from "../shapes.ts";
import { PublicProblem } from "./failures.ts";
import { readerOf } from "./programs.routes.ts";
import { json, nothing, route, type PublicRoute } from "./route.ts";

export const reportBodySchema = z.strictObject({
  program: idSchema,
  channel: idSchema,
  /** The version of the app: numbers with points, then what its makers call the build. No telephone number is one. */
  version: z
    .string()
    .max(64)
    .regex(/^v?\d{1,5}(\.\d{1,5}){1,3}([-+][0-9A-Za-z]+(\.[0-9A-Za-z]+)*){0,2}$/, {
      message: "not-a-version",
    }),
  /** The release in use; null while there is none. */
  release: z.int().min(1).max(1_000_000).nullable(),
  /** When the app last looked for a newer one, with success. */
  refreshedAt: instantSchema.nullable(),
  /** The ids of the facts it sends. */
  facts: z.array(idSchema).max(1000),
  /** How often what was recommended was not followed, by reason: words of a short list, without digits or spaces. */
  overrides: z
    .array(
      z.strictObject({
        reason: z.string().regex(/^[a-z][a-z-]{0,39}$/, { message: "not-a-reason" }),
        count: z.int().min(1).max(1_000_000_000),
      }),
    )
    .max(100)
    .refine((all) => new Set(all.map((o) => o.reason)).size === all.length, { message: "duplicate-id" })
    .optional(),
});

const report = route({
  method: "POST",
  path: "/v1/report",
  operation: "report",
  summary: {
    fr: "Ce que l’application dit d’elle-même\u00a0: sa version, la version publiée en usage, les renseignements qu’elle envoie (leurs noms seulement).",
    en: "What the app says of itself: its version, the release in use, which facts it sends (their names only).",
  },
  access: "consumer",
  counts: "read",
  params: nothing,
  query: nothing,
  body: reportBodySchema,
  answer: z.strictObject({ ok: z.literal(true) }),
  async handler({ body }, context) {
    const { deps, state } = context;
    const reader = readerOf(body.program, context);
    // Only names that some release has: nothing that a person could be known by fits in here.
    const declared = await state.factsEverDeclared(body.program);
    const problems = body.facts.flatMap((id, index) =>
      declared.has(id)
        ? []
        : [{ code: "undeclared-fact", severity: "error", at: ["facts", index], params: {} }],
    );
    if (!(await state.pointer(body.program, body.channel))) throw new Refusal("not-found");
    if (problems.length > 0) throw new PublicProblem("invalid-input", { in: "body", problems });
    await keepConsumerReport(deps.db, {
      ...body,
      consumer: reader.id,
      facts: [...new Set(body.facts)].toSorted(),
      overrides: body.overrides ?? [],
      refreshedAt: body.refreshedAt === null ? null : new Date(body.refreshedAt),
      at: deps.clock.now(),
    });
    return json({ ok: true });
  },
});

export const reportRoutes: readonly PublicRoute[] = [report];
