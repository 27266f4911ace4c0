// What a schema is: a function from a value to the value or to what is wrong with it, and where.

/** One thing that is wrong. Which members there are besides depends on the code. */
export type Issue = { readonly path: readonly (string | number)[] } & Fault;

/** What is wrong with a value, wherever it stands. */
export type Fault =
  | { readonly code: "invalid_type"; readonly expected: string; readonly input: unknown }
  | { readonly code: "invalid_value"; readonly values: readonly (string | number | boolean)[] }
  | { readonly code: "unrecognized_keys"; readonly keys: readonly string[] }
  | { readonly code: "invalid_key" }
  | { readonly code: "invalid_union"; readonly errors: readonly (readonly Issue[])[] }
  | { readonly code: "invalid_format" | "custom"; readonly message: string }
  | { readonly code: "too_small"; readonly minimum: number }
  | { readonly code: "too_big"; readonly maximum: number };

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

declare const output: unique symbol;

export class Schema<out T = unknown> {
  /** For types only: what a value of this schema is. */
  declare readonly [output]: T;
  readonly run: (value: unknown) => Outcome;

  constructor(run: (value: unknown) => Outcome) {
    this.run = run;
  }

  safeParse(value: unknown, _options?: { readonly reportInput?: boolean }): Parsed<T> {
    const found = this.run(value);
    // The one place where what was judged becomes what its schema says.
    return found.ok
      ? { success: true, data: found.value as T }
      : { success: false, error: { issues: found.issues } };
  }

  /** @throws TypeError with the first thing that is wrong */
  parse(value: unknown): T {
    const parsed = this.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new TypeError(JSON.stringify(parsed.error.issues));
  }

  /** Of a value that is right so far, what else has to be. */
  then(next: (value: never) => Outcome): Schema<T> {
    return new Schema<T>((value) => {
      const found = this.run(value);
      return found.ok ? next(found.value as never) : found;
    });
  }

  refine(holds: (value: T) => boolean, { message }: { readonly message: string }): Schema<T> {
    return this.then((value) => (holds(value) ? ok(value) : fail({ code: "custom", message })));
  }

  regex(pattern: RegExp, { message = "Invalid" }: { readonly message?: string } = {}): Schema<T> {
    return this.then((text: string) =>
      pattern.test(text) ? ok(text) : fail({ code: "invalid_format", message }),
    );
  }

  min(minimum: number): Schema<T> {
    return this.then((value: Sized) =>
      sizeOf(value) >= minimum ? ok(value) : fail({ code: "too_small", minimum }),
    );
  }

  max(maximum: number): Schema<T> {
    return this.then((value: Sized) =>
      sizeOf(value) <= maximum ? ok(value) : fail({ code: "too_big", maximum }),
    );
  }

  length(size: number): Schema<T> {
    return this.min(size).max(size);
  }

  optional(): Optional<T | undefined> {
    return new Optional((value) => (value === undefined ? ok(value) : this.run(value)));
  }

  nullable(): Schema<T | null> {
    return new Schema<T | null>((value) => (value === null ? ok(value) : this.run(value)));
  }
}

/** A member that may be absent. */
export class Optional<out T = unknown> extends Schema<T> {
  readonly isOptional = true;
}

export type Output<S> = S extends Schema<infer T> ? T : never;
export type Shape = Readonly<Record<string, Schema>>;
type OptionalKeys<S> = { [K in keyof S]: S[K] extends Optional ? K : never }[keyof S];
type Flat<T> = { [K in keyof T]: T[K] };
export type ShapeOutput<S> = Flat<
  { [K in Exclude<keyof S, OptionalKeys<S>>]: Output<S[K]> } & { [K in OptionalKeys<S>]?: Output<S[K]> }
>;

type Sized = number | string | readonly unknown[];
const sizeOf = (value: Sized): number => (typeof value === "number" ? value : value.length);

export const ok = (value: unknown): Outcome => ({ ok: true, value });

/** A failure with these faults, each at the value itself unless it says where. */
export function fail(...faults: readonly (Fault | Issue)[]): Outcome {
  return { ok: false, issues: faults.map((fault) => ({ path: [], ...fault })) };
}

/** The same issues, one step further down. */
export function withPath(step: string | number, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
