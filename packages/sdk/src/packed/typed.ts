import { fail, ok, Schema } from "./schema.ts";

/** The schema of what `is` holds of. */
export function typed<T>(expected: string, is: (value: unknown) => boolean): Schema<T> {
  return new Schema<T>((value) =>
    is(value) ? ok(value) : fail({ code: "invalid_type", expected, input: value }),
  );
}

export const string = (): Schema<string> => typed("string", (value) => typeof value === "string");
