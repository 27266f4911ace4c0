// The console's tRPC instance: context, error shape, authorisation, and the three kinds of procedure. Whoever calls
// is read from the session on each request, with the roles they have at that moment.
import { getProgram, programOfDraft } from "@jumelage/db";
import { parseShape } from "@jumelage/engine";
import { initTRPC } from "@trpc/server";
import type { z } from "zod";
import type { Deps } from "./deps.ts";
import { Refusal, toTrpcError } from "./errors.ts";
import { isProved, sessionOf, type OpenSession } from "./features/session/session.ts";
import type { RefusalData } from "./refusal-codes.ts";
import { inSpan } from "./tracing.ts";
import { findUnwritable } from "./unwritable.ts";
import { actionsOfArchived, allows, isGrave, rolesIn, type Action } from "./roles.ts";

export interface Context {
  readonly deps: Deps;
  readonly requestId: string;
  /** The session token: what the browser sent, and how to give it another one. */
  readonly token: {
    readonly sent: string | undefined;
    set(token: string, maxAgeSeconds: number): void;
    clear(): void;
  };
}

/** Who may call a procedure: anybody, anybody signed in, or whom the table of roles allows this action. */
export interface Meta {
  readonly access: "open" | "signed-in" | Action;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const cause = error.cause;
      const refusal: RefusalData | null =
        cause instanceof Refusal ? { code: cause.code, details: cause.details } : null;
      // The message of an error may quote anything: only codes leave.
      return {
        code: shape.code,
        message: shape.data.code,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          requestId: ctx?.requestId ?? "",
          refusal,
        },
      };
    },
  });

export const router = t.router;

/** Gives every refusal its tRPC code, wherever it was thrown. */
const refusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refusal) throw toTrpcError(result.error.cause);
  return result;
});

const signedIn = t.middleware(async ({ ctx, next }) => {
  const session = await sessionOf(ctx.token.sent, ctx.deps);
  if (!session) throw new Refusal("signed-out");
  return next({ ctx: { session, person: session.person } });
});

/** A span for each call of a procedure, by its name. */
const traced = t.middleware(({ path, next }) =>
  inSpan(
    `trpc ${path}`,
    { "rpc.system": "trpc", "rpc.method": path },
    { run: next, isFault: (answer) => !answer.ok && answer.error.code === "INTERNAL_SERVER_ERROR" },
  ),
);

const base = t.procedure.use(traced).use(refusals);

/** A procedure anybody may call. */
export const openProcedure = base.meta({ access: "open" });

/** A procedure for anybody who is signed in; what it answers depends on who that is. */
export const signedInProcedure = base.meta({ access: "signed-in" }).use(signedIn);

interface Scoped {
  readonly program?: string | undefined;
  /** A draft. */
  readonly id?: string | undefined;
  /** A draft or a release. Where it is given, `id` is that of something else. */
  readonly target?: { readonly draft: string } | { readonly program: string; readonly release: number };
}

/**
 * A procedure for those whom the table of roles allows `action` in the program its input names (itself, or through a
 * draft). For anybody without any role there, that program does not exist.
 */
export function procedureFor<S extends z.ZodType<Scoped>>(action: Action, schema: S) {
  return base
    .meta({ access: action })
    .use(signedIn)
    .input(input(schema))
    .use(async ({ ctx, input: scoped, next }) => {
      const program = await programOf(scoped, ctx.deps);
      const held = program === undefined ? [] : rolesIn(ctx.person, program);
      if (program === undefined || held.length === 0) throw new Refusal("not-found");
      if (!allows(action, held)) throw new Refusal("forbidden", { action });
      refuseUnproved(action, ctx);
      if (!actionsOfArchived.has(action)) await refuseArchived(program, ctx.deps);
      return next({ ctx: { program, may: (other: Action) => allows(other, held) } });
    });
}

/** A procedure about the installation as a whole, for those whom the table of roles allows `action`. */
export function installationProcedure<S extends z.ZodType>(action: Action, schema: S) {
  return base
    .meta({ access: action })
    .use(signedIn)
    .input(input(schema))
    .use(({ ctx, next }) => {
      if (!allows(action, ctx.person.admin ? ["admin"] : [])) throw new Refusal("forbidden", { action });
      refuseUnproved(action, ctx);
      return next();
    });
}

/** What is grave is done by somebody who has just shown who they are. */
function refuseUnproved(action: Action, ctx: { readonly session: OpenSession; readonly deps: Deps }): void {
  if (isGrave(action) && !isProved(ctx.session, ctx.deps)) throw new Refusal("step-up-needed", { action });
}

async function refuseArchived(program: string, deps: Deps): Promise<void> {
  const stored = await getProgram(deps.db, program);
  if (stored?.archivedAt) throw new Refusal("archived", { release: stored.headRelease });
}

async function programOf(scoped: Scoped, deps: Deps): Promise<string | undefined> {
  if (scoped.target !== undefined) {
    return "draft" in scoped.target ? programOfDraft(deps.db, scoped.target.draft) : scoped.target.program;
  }
  if (scoped.program !== undefined) return scoped.program;
  if (scoped.id !== undefined) return programOfDraft(deps.db, scoped.id);
  throw new Error("a guarded procedure names neither a program nor a draft");
}

/** A parser for `.input()` that lists every problem of what was sent, in the shape of the engine's diagnostics. */
export function input<S extends z.ZodType>(schema: S): (raw: unknown) => z.output<S> {
  return (raw) => {
    const unwritable = findUnwritable(raw);
    if (unwritable.length > 0) throw new Refusal("invalid-input", { diagnostics: unwritable });
    const parsed = parseShape<z.output<S>>(schema, raw);
    if (!parsed.ok) throw new Refusal("invalid-input", { diagnostics: parsed.diagnostics });
    return parsed.value;
  };
}
