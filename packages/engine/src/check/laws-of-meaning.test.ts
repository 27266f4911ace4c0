import { describe, expect, test } from "vitest";
import { adding, found, high, leaf, sound, text, type LawCases } from "../../test/sound.ts";
import { criterion, fact } from "../../test/tiny.ts";

/** For each law: what breaks it, with the findings to the letter, and what comes close without breaking it. */
const laws: Readonly<Record<string, LawCases>> = {
  "derived-range": {
    broken: [
      [
        {
          ...sound,
          facts: [
            ...sound.facts,
            fact("sum", "integer", {
              label: text("sum"),
              range: { min: 0, max: 20 },
              derive: { sum: ["score", "other"] },
            }),
            fact("other", "integer", { label: text("other"), range: { min: 0, max: 3 } }),
          ],
          criteria: adding(criterion("T", leaf("sum", "greaterThan", 8), "tell", "m")).criteria,
        },
        "warning derived-range facts.5.range",
      ],
    ],
    sound: [
      {
        ...sound,
        facts: [
          ...sound.facts,
          fact("sum", "integer", {
            label: text("sum"),
            range: { min: 0, max: 30 },
            derive: { sum: ["score", "other"] },
          }),
          fact("other", "integer", { label: text("other"), range: { min: 0, max: 3 } }),
        ],
        criteria: adding(criterion("T", leaf("sum", "greaterThan", 8), "tell", "m")).criteria,
      },
    ],
  },
  "ignore-negative": {
    broken: [
      [
        adding(criterion("G", leaf("score", "notEqual", 3), "tell", "m")),
        "error ignore-negative criteria.3.when",
      ],
      [
        adding(criterion("G", { all: [leaf("kind", "equal", "b"), { not: high }] }, "tell", "m")),
        "error ignore-negative criteria.3.when.all.1.not",
      ],
      [
        adding(criterion("G", { not: { condition: "high" } }, "tell", "m")),
        "error ignore-negative criteria.3.when.not",
      ],
      [
        adding(
          criterion(
            "G",
            { not: { atLeast: { count: 1, of: [high, leaf("kind", "equal", "b")] } } },
            "tell",
            "m",
          ),
        ),
        "error ignore-negative criteria.3.when.not.atLeast.of.0",
      ],
    ],
    sound: [
      adding(criterion("G", { not: { not: high } }, "tell", "m")),
      adding(criterion("G", { not: leaf("score", "notEqual", 3) }, "tell", "m")),
      adding(criterion("G", { not: leaf("kind", "equal", "b") }, "tell", "m")),
      adding(criterion("G", leaf("score", "lessThan", 3), "tell", "m")),
    ],
  },
  "comparison-constant": {
    broken: [
      [
        adding(criterion("C", leaf("score", "greaterThanInclusive", 0), "tell", "m")),
        "warning comparison-always criteria.3.when",
      ],
      [
        adding(criterion("C", leaf("kind", "in", ["a", "b", "c"]), "tell", "m")),
        "warning comparison-always criteria.3.when",
      ],
      [
        adding(criterion("C", leaf("score", "greaterThan", 27), "tell", "m")),
        "warning comparison-never criteria.3.when",
      ],
    ],
    sound: [
      adding(criterion("C", leaf("score", "greaterThanInclusive", 1), "tell", "m")),
      adding(criterion("C", leaf("score", "isKnown"), "tell", "m")),
      adding(criterion("C", leaf("since", "greaterThan", "1900-01-01"), "tell", "m")),
      // 0.07 belongs to its range, and is not more than 0.07.
      {
        ...sound,
        facts: [
          ...sound.facts,
          fact("dose", "decimal", { label: text("dose"), scale: 2, range: { min: 0.07, max: 1 } }),
        ],
        criteria: adding(criterion("C", leaf("dose", "greaterThan", 0.07), "tell", "m")).criteria,
      },
    ],
  },
  "always-true": {
    broken: [
      [adding(criterion("A", { always: true }, "care")), "warning always-true criteria.3.when"],
      [
        adding(criterion("A", { any: [high, { not: { not: { always: true } } }] }, "care")),
        "warning always-true criteria.3.when",
      ],
    ],
    sound: [
      adding(criterion("A", { always: true }, "tell", "m")),
      adding(criterion("A", { all: [{ always: true }, leaf("kind", "equal", "b")] }, "stop")),
    ],
  },
  "never-true": {
    broken: [
      [
        adding(criterion("V", { all: [leaf("kind", "equal", "a"), leaf("kind", "equal", "b")] }, "stop")),
        "warning never-true criteria.3.when",
      ],
      [
        adding(criterion("V", { all: [leaf("score", "lessThan", 5), { all: [high] }] }, "stop")),
        "warning never-true criteria.3.when",
      ],
      [
        adding(criterion("V", { all: [leaf("traits", "isEmpty"), leaf("traits", "contains", "b")] }, "stop")),
        "warning never-true criteria.3.when",
      ],
      [
        adding(
          criterion(
            "V",
            { all: [leaf("traits", "isNotEmpty"), leaf("traits", "containsNone", ["a", "b", "c"])] },
            "stop",
          ),
        ),
        "warning never-true criteria.3.when",
      ],
      [adding(criterion("V", { not: { always: true } }, "stop")), "warning never-true criteria.3.when"],
      // What has no last day has none beyond it either.
      [
        adding(
          criterion(
            "V",
            {
              all: [
                leaf("since", "lessThan", "2026-02-01"),
                { not: leaf("since", "lessThan", "2026-02-01") },
              ],
            },
            "stop",
          ),
        ),
        "warning never-true criteria.3.when",
      ],
      [
        adding(criterion("V", { not: leaf("kind", "isKnown") }, "stop")),
        "warning never-true criteria.3.when",
      ],
    ],
    sound: [
      adding(criterion("V", { all: [leaf("kind", "notEqual", "a"), leaf("kind", "notEqual", "b")] }, "stop")),
      adding(criterion("V", { all: [leaf("score", "lessThan", 21), high] }, "stop")),
      adding(
        criterion(
          "V",
          { all: [leaf("traits", "contains", "a"), leaf("traits", "doesNotContain", "b")] },
          "stop",
        ),
      ),
    ],
  },
  "criterion-shadowed": {
    broken: [
      [
        adding(criterion("W", { all: [leaf("danger", "equal", true), high] }, "stop")),
        "warning criterion-shadowed criteria.3",
      ],
      [
        adding(criterion("W", leaf("danger", "equal", true), "care")),
        "warning criterion-shadowed criteria.3",
      ],
      [adding(criterion("W", high, "rest")), "warning criterion-shadowed criteria.3"],
      [
        adding(
          criterion("X", leaf("kind", "in", ["a", "b"]), "stop"),
          criterion("W", leaf("kind", "equal", "b"), "stop"),
        ),
        "warning criterion-shadowed criteria.4",
      ],
      [
        adding(
          criterion("X", leaf("traits", "isNotEmpty"), "stop"),
          criterion("W", leaf("traits", "contains", "b"), "care"),
        ),
        "warning criterion-shadowed criteria.4",
      ],
      [
        adding(criterion("W", { all: [leaf("kind", "equal", "a"), high] }, "tell", "m")),
        "warning criterion-shadowed criteria.3",
      ],
    ],
    sound: [
      adding({ ...criterion("W", leaf("danger", "equal", true), "care"), shadowedOnPurpose: text("why") }),
      adding({ ...criterion("W", leaf("kind", "equal", "b"), "stop"), shadowedOnPurpose: text("why") }),
      adding(criterion("W", leaf("score", "greaterThanInclusive", 9), "rest")),
      adding(
        criterion("X", leaf("kind", "in", ["a", "b"]), "care"),
        criterion("W", leaf("kind", "equal", "b"), "stop"),
      ),
      adding(
        { ...criterion("X", leaf("kind", "in", ["a", "b"]), "stop"), enabled: false },
        criterion("W", leaf("kind", "equal", "b"), "stop"),
      ),
    ],
  },
  "criterion-duplicate": {
    broken: [
      [
        adding(criterion("D", leaf("danger", "equal", true), "stop")),
        "warning criterion-duplicate criteria.3",
      ],
      [
        adding(criterion("D", { not: leaf("danger", "equal", false) }, "stop")),
        "warning criterion-duplicate criteria.3",
      ],
      [
        adding(
          criterion("D", leaf("since", "lessThan", "2020-01-01"), "stop"),
          criterion("E", { not: leaf("since", "greaterThanInclusive", "2020-01-01") }, "stop"),
        ),
        "warning criterion-duplicate criteria.4",
      ],
    ],
    sound: [adding(criterion("D", leaf("danger", "equal", false), "stop"))],
  },
};

describe.each(Object.entries(laws))("C1 %s", (_, cases) => {
  test.each(cases.broken.map(([doc, ...codes], i) => ({ i, doc, codes })))(
    "finds broken document $i, and nothing else",
    ({ doc, codes }) => {
      expect(found(doc)).toEqual(codes);
    },
  );
  test.each(cases.sound.map((doc, i) => ({ i, doc })))("finds nothing in sound document $i", ({ doc }) => {
    expect(found(doc)).toEqual([]);
  });
});
