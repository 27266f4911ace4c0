// The constructors, under zod's names.
import {
  fail,
  isRecord,
  ok,
  Schema,
  withPath,
  type Issue,
  type Output,
  type Outcome,
  type Shape,
  type ShapeOutput,
} from "./schema.ts";
import { string, typed } from "./typed.ts";

export { string };
export type { Output as infer, Schema as ZodType } from "./schema.ts";
export * as core from "./core.ts";
export * as iso from "./iso.ts";

export const unknown = (): Schema => new Schema((value) => ok(value));
export const boolean = (): Schema<boolean> => typed("boolean", (value) => typeof value === "boolean");
export const number = (): Schema<number> => typed("number", (value) => Number.isFinite(value));
export const int = (): Schema<number> =>
  new Schema<number>((value) =>
    Number.isSafeInteger(value)
      ? ok(value)
      : fail({ code: "invalid_type", expected: Number.isFinite(value) ? "int" : "number", input: value }),
  );
const nothing = (): Schema<null> => typed("null", (value) => value === null);

export function literal<const T extends string | number | boolean>(expected: T): Schema<T> {
  return oneOf([expected]);
}

function oneOf<const T extends readonly (string | number | boolean)[]>(values: T): Schema<T[number]> {
  return new Schema((value) =>
    values.some((v) => v === value) ? ok(value) : fail({ code: "invalid_value", values }),
  );
}

export { nothing as null, oneOf as enum };

export function array<S extends Schema>(item: S): Schema<Output<S>[]> {
  return new Schema((value) => {
    if (!Array.isArray(value)) return fail({ code: "invalid_type", expected: "array", input: value });
    return each(
      value.map((v, i) => [i, item.run(v)] as const),
      (pairs) => pairs.map(([, v]) => v),
    );
  });
}

export function strictObject<S extends Shape>(shape: S): Schema<ShapeOutput<S>> {
  return object(shape, { isLoose: false });
}

export function looseObject<S extends Shape>(shape: S): Schema<ShapeOutput<S> & Record<string, unknown>> {
  return object(shape, { isLoose: true });
}

function object<T>(shape: Shape, { isLoose }: { readonly isLoose: boolean }): Schema<T> {
  return new Schema<T>((value) => {
    if (!isRecord(value)) return fail({ code: "invalid_type", expected: "object", input: value });
    const parts = Object.entries(shape).flatMap(([key, schema]) => {
      const part = schema.run(value[key]);
      // A member that may be absent, and is, stays so.
      return part.ok && part.value === undefined && !(key in value) ? [] : [[key, part] as const];
    });
    const others = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
    const found = each(parts, (pairs) =>
      Object.fromEntries([...pairs, ...(isLoose ? others.map((key) => [key, value[key]] as const) : [])]),
    );
    if (isLoose || others.length === 0) return found;
    return fail(...(found.ok ? [] : found.issues), { code: "unrecognized_keys", keys: others });
  });
}

export function record<K extends Schema<string>, V extends Schema>(
  key: K,
  item: V,
): Schema<Record<Output<K>, Output<V>>> {
  return new Schema((value) => {
    if (!isRecord(value)) return fail({ code: "invalid_type", expected: "record", input: value });
    const members = Object.keys(value).filter((name) => name !== "__proto__");
    return each(
      members.map((name) => {
        const named = key.run(name);
        return [name, named.ok ? item.run(value[name]) : fail({ code: "invalid_key" })] as const;
      }),
      Object.fromEntries,
    );
  });
}

export function union<const T extends readonly Schema[]>(branches: T): Schema<Output<T[number]>> {
  return new Schema((value) => {
    const errors: (readonly Issue[])[] = [];
    for (const branch of branches) {
      const found = branch.run(value);
      if (found.ok) return found;
      errors.push(found.issues);
    }
    return fail({ code: "invalid_union", errors });
  });
}

/** One of several objects, told apart by a member that each has as a literal. */
export function discriminatedUnion<const T extends readonly Schema[]>(
  _by: string,
  branches: T,
): Schema<Output<T[number]>> {
  return union(branches);
}

export function lazy<T>(of: () => Schema<T>): Schema<T> {
  return new Schema<T>((value) => of().run(value));
}

/** An address. White space around it, and tabs and line breaks in it, are not of it. */
export function url({ protocol }: { readonly protocol: RegExp }): Schema<string> {
  return string().then((text: string) => {
    const address = text.trim().replace(/[\t\n\r]/g, "");
    try {
      if (protocol.test(new URL(address).protocol.replace(/:$/, ""))) return ok(address);
    } catch {
      // Not an address.
    }
    return fail({ code: "invalid_format", message: "Invalid URL" });
  });
}

/** Parts with their names, put together when all of them are right. */
function each(
  parts: readonly (readonly [string | number, Outcome])[],
  together: (pairs: readonly (readonly [string | number, unknown])[]) => unknown,
): Outcome {
  const issues = parts.flatMap(([name, part]) => (part.ok ? [] : withPath(name, part.issues)));
  if (issues.length > 0) return fail(...issues);
  return ok(together(parts.map(([name, part]) => [name, part.ok ? part.value : undefined] as const)));
}
