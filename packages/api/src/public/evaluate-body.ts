// The body of an evaluation request. Its schema is zod's; the reader beside it accepts and refuses exactly the same
// and is what runs on every call, because zod's price counts there. A test holds the two together.
import { dateSchema, dayNumber, parseShape } from "@jumelage/engine";
import { z } from "zod";
import { Refusal } from "../errors.ts";

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an instant: a real date, a time, and where it is. */
export function isInstant(text: string): boolean {
  return (
    instantPattern.test(text) && dayNumber(text.slice(0, 10)) !== undefined && !Number.isNaN(Date.parse(text))
  );
}

const instantTextSchema = z.string().refine(isInstant, { message: "not-an-instant" });

export const evaluateBodySchema = z.strictObject({
  /** What is known of the person, by fact id. */
  facts: z.record(z.string(), z.unknown()),
  /** The date of the evaluation, or an instant; now when absent. */
  at: z.union([dateSchema, instantTextSchema]).optional(),
  /** Answer with the reason of every criterion. */
  trace: z.boolean().optional(),
  /** Answer with the explanation in this language. */
  lang: z.enum(["fr", "en"]).optional(),
  /** Answer although some facts have problems. */
  lenient: z.boolean().optional(),
});
export type EvaluateBody = z.infer<typeof evaluateBodySchema>;

/** Reads an evaluation body. @throws Refusal `invalid-input` with every problem. */
export function readEvaluateBody(raw: unknown): EvaluateBody {
  if (isEvaluateBody(raw)) return raw;
  const parsed = parseShape<EvaluateBody>(evaluateBodySchema, raw);
  if (!parsed.ok) throw new Refusal("invalid-input", { problems: parsed.diagnostics });
  return parsed.value;
}

/** Whether this is the body of an evaluation, as the schema says. */
export function isEvaluateBody(raw: unknown): raw is EvaluateBody {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return false;
  const body = raw as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(body)) {
    const value = body[key];
    switch (key) {
      case "facts":
        if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
        break;
      case "at":
        if (typeof value !== "string" || (dayNumber(value) === undefined && !isInstant(value))) return false;
        break;
      case "trace":
      case "lenient":
        if (typeof value !== "boolean") return false;
        break;
      case "lang":
        if (value !== "fr" && value !== "en") return false;
        break;
      default:
        return false;
    }
  }
  return Object.hasOwn(body, "facts");
}
