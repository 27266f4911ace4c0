// The console's tRPC instance: context, error shape, and the two kinds of procedure.
import { parseShape } from "@jumelage/engine";
import { initTRPC } from "@trpc/server";
import type { z } from "zod";
import { Refusal } from "./errors.ts";
import type { RefusalData } from "./refusal-codes.ts";
import type { Action } from "./roles.ts";

export interface Context {
  readonly requestId: string;
}
interface Meta {
  readonly action?: Action;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const refusal: RefusalData | null =
        error.cause instanceof Refusal ? { code: error.cause.code, details: error.cause.details } : null;
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

/** A procedure anybody may call. */
export const openProcedure = t.procedure;

/** A procedure for those whom the table of roles allows this action in the program at hand. */
export function procedureFor(action: Action) {
  return t.procedure.meta({ action });
}

/** A parser for `.input()` that lists every problem of what was sent, in the shape of the engine's diagnostics. */
export function input<S extends z.ZodType>(schema: S): (raw: unknown) => z.output<S> {
  return (raw) => {
    const parsed = parseShape<z.output<S>>(schema, raw);
    if (!parsed.ok) throw new Refusal("invalid-input", { diagnostics: parsed.diagnostics });
    return parsed.value;
  };
}
