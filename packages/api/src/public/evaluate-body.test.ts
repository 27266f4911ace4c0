import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../errors.ts";
import { evaluateBodySchema, readEvaluateBody } from "./evaluate-body.ts";

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

// Right and wrong values for every key, near misses included.
const dates = fc.constantFrom(
  "2026-03-01",
  "2026-02-30",
  "2026-03-01T00:00:00Z",
  "2026-03-01T10:00-05:00",
  "2026-03-01T10:00",
  "2026-02-30T10:00:00Z",
  "2026-03-01T25:00:00Z",
  "2026-03-01 10:00:00Z",
  "",
);
const anything = fc.anything({ maxDepth: 1 });
const bodies = fc.oneof(
  fc.record(
    {
      facts: fc.oneof(fc.dictionary(fc.string(), anything), anything),
      at: fc.oneof(dates, anything),
      trace: fc.oneof(fc.boolean(), anything),
      lenient: fc.oneof(fc.boolean(), anything),
      lang: fc.oneof(fc.constantFrom("fr", "en", "de"), anything),
      extra: anything,
    },
    { requiredKeys: [] },
  ),
  fc.record({ facts: fc.dictionary(fc.string(), anything), at: dates }, { requiredKeys: ["facts"] }),
  anything,
);

describe("readEvaluateBody", () => {
  it("keeps a fact named __proto__, so that it can be refused", () => {
    expect(Object.keys(readEvaluateBody(JSON.parse('{"facts":{"__proto__":1}}')).facts)).toEqual([
      "__proto__",
    ]);
  });

  it(`accepts and refuses exactly what its schema does (seed ${seed})`, () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(bodies, (raw) => {
        // What arrives is JSON: no undefined, no functions, no prototypes of its own.
        const text = JSON.stringify(raw) as string | undefined;
        if (text === undefined) return;
        // The schema drops a fact named __proto__ without a word; the reading keeps it, so that it is refused as no fact.
        const json: unknown = JSON.parse(text.replaceAll("__proto__", "proto"));
        const bySchema = evaluateBodySchema.safeParse(json);
        let read: unknown;
        try {
          read = readEvaluateBody(json);
          accepted++;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused++;
        }
        expect(read !== undefined).toBe(bySchema.success);
        if (bySchema.success) expect(read).toEqual(bySchema.data);
      }),
      { seed, numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });
});
