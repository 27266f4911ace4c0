// What every schema of a document keeps to, asked of one complete example of it: which keys it can do without, what it
// takes and refuses at a place, and that nothing of another kind and no unknown key slips in anywhere.
import { expect, test } from "vitest";
import type { z } from "zod";

/** Places are keys joined by dots; `*` stands for any index of a list. */
export interface Shape {
  readonly schema: z.ZodType;
  /** An example that has every key there is. */
  readonly full: unknown;
  /** Keys that may be left out. */
  readonly optional?: readonly string[];
  /** Places that take whatever stands there. */
  readonly open?: readonly string[];
  /** Objects whose keys are names, and so not listed as optional. */
  readonly maps?: readonly string[];
  /** What else is taken at a place. */
  readonly takes?: Readonly<Record<string, readonly unknown[]>>;
  /** What is refused at a place. */
  readonly refuses?: Readonly<Record<string, readonly unknown[]>>;
}

type Step = string | number;
/** Of no kind that any document has. */
const foreign = Symbol("of another kind");

/** The tests of one schema. */
export function lawsOfShape(name: string, shape: Shape): void {
  const { schema, full, optional = [], open = [], maps = [], takes = {}, refuses = {} } = shape;
  const is = (value: unknown): boolean => schema.safeParse(value).success;
  const places = [...placesOf(full)];

  test(`${name}: the complete example is taken as it is`, () => {
    expect(schema.parse(full)).toEqual(full);
  });

  test(`${name}: just the optional keys can be left out`, () => {
    const left = places
      .filter(({ at }) => typeof at.at(-1) === "string" && !maps.includes(named(at.slice(0, -1))))
      .filter(({ at }) => is(changed(full, at, undefined)))
      .map(({ at }) => named(at));
    expect([...new Set(left)].toSorted()).toEqual([...optional].toSorted());
  });

  test(`${name}: nothing of another kind is taken`, () => {
    const taken = places.filter(({ at }) => is(changed(full, at, foreign))).map(({ at }) => named(at));
    expect([...new Set(taken)].toSorted()).toEqual([...open].toSorted());
  });

  test(`${name}: a key it does not know is refused, at every level`, () => {
    const objects = places.filter(({ at, value }) => isObject(value) && !maps.includes(named(at)));
    for (const { at, value } of objects)
      expect(is(changed(full, at, { ...(value as object), "no such key": 1 })), named(at)).toBe(false);
  });

  test(`${name}: what is taken and what is refused at each place`, () => {
    const all = [
      ...Object.entries(takes).map((entry) => [...entry, true] as const),
      ...Object.entries(refuses).map((entry) => [...entry, false] as const),
    ];
    for (const [place, values, taken] of all)
      for (const value of values) {
        const at = place === "" ? [] : place.split(".");
        expect(is(changed(full, at, value)), `${place} = ${JSON.stringify(value)}`).toBe(taken);
      }
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function* placesOf(
  value: unknown,
  at: readonly Step[] = [],
): Generator<{ at: readonly Step[]; value: unknown }> {
  yield { at, value };
  if (Array.isArray(value)) for (const [i, child] of value.entries()) yield* placesOf(child, [...at, i]);
  else if (isObject(value))
    for (const [key, child] of Object.entries(value)) yield* placesOf(child, [...at, key]);
}

function named(at: readonly Step[]): string {
  return at.map((step) => (typeof step === "number" ? "*" : step)).join(".");
}

/** The value with another one at a place; `undefined` leaves the key out. */
function changed(value: unknown, [step, ...below]: readonly Step[], to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((child: unknown, i) => (String(i) === String(step) ? changed(child, below, to) : child));
  const record = value as Readonly<Record<string, unknown>>;
  if (below.length > 0 || to !== undefined) return { ...record, [step]: changed(record[step], below, to) };
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step));
}
