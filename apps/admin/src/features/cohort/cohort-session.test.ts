import { expect, test } from "vitest";
import { programs } from "@jumelage/engine/test/reference-programs";
import type { FromWorker, Judged, ToWorker } from "./cohort-messages.ts";
import { createCohortSession, type CohortSession } from "./cohort-session.ts";

const [first] = programs;
if (!first) throw new Error("there is a program");
const ruleSets = [1, 2, 3, 4].map(() => structuredClone(first.ruleSet));
const [a, b, c, baseline] = ruleSets as [
  typeof first.ruleSet,
  typeof first.ruleSet,
  typeof first.ruleSet,
  typeof first.ruleSet,
];
const file = new File(["x"], "x.csv");
const judged = (number: number): FromWorker => ({
  judged: {
    number,
    changes: { subjects: [], added: [], removed: [] },
    problems: [],
    without: [],
  } satisfies Judged,
});

interface Hired {
  readonly told: ToWorker[];
  readonly say: (message: FromWorker) => void;
  ended: boolean;
}

function begun(): {
  readonly session: CohortSession;
  readonly hired: readonly Hired[];
  readonly last: () => Hired;
} {
  const hired: Hired[] = [];
  const session = createCohortSession(
    () => {
      let hear: (event: { readonly data: FromWorker }) => void = () => undefined;
      const one: Hired = { told: [], say: (data) => hear({ data }), ended: false };
      hired.push(one);
      return {
        postMessage: (message) => void one.told.push(message as ToWorker),
        terminate: () => void (one.ended = true),
        addEventListener: (type: string, listener: unknown) => {
          if (type === "message") hear = listener as typeof hear;
        },
      };
    },
    () => 2026,
  );
  const last = (): Hired => {
    const found = hired.at(-1);
    if (!found) throw new Error("nobody was hired");
    return found;
  };
  session.open(file, []);
  last().say({ opened: [{ name: "x" }] });
  return { session, hired, last };
}

const judgesOf = ({ told }: Hired): readonly unknown[] =>
  told.flatMap((m) => ("judge" in m ? [m.judge.ruleSet] : []));

test("while one change is judged only the newest of those after it waits", () => {
  const { session, last } = begun();
  session.ask({ ruleSet: a, baseline, smallCell: 5 });
  expect(judgesOf(last())).toEqual([]);
  session.read({}, "2026-01-01");
  session.ask({ ruleSet: b, baseline, smallCell: 5 });
  session.ask({ ruleSet: c, baseline, smallCell: 5 });
  expect(judgesOf(last())).toEqual([a]);
  last().say(judged(1));
  expect(session.snapshot()).toMatchObject({ pending: true, of: { smallCell: 5 } });
  expect(judgesOf(last())[1]).toBe(c);
  last().say(judged(2));
  expect(session.snapshot().pending).toBe(false);
  expect(session.snapshot().of?.ruleSet).toBe(c);
  // What is compared with is told once.
  expect(last().told.filter((m) => "compare" in m)).toHaveLength(1);
  session.ask({ ruleSet: c, baseline, smallCell: 10 });
  expect(last().told.filter((m) => "compare" in m)).toHaveLength(2);
});

test("an answer to a reading that was given up says nothing", () => {
  const { session, last } = begun();
  session.ask({ ruleSet: a, baseline: null, smallCell: 5 });
  session.read({}, "2026-01-01");
  session.read({ phq9Total: { value: "x" } }, "2026-01-01");
  last().say(judged(1));
  expect(session.snapshot().judged).toBeNull();
  last().say(judged(2));
  expect(session.snapshot().judged).not.toBeNull();
});

test("stopping keeps the file and its columns; what cannot be read says why; closing keeps nothing", () => {
  const { session, hired, last } = begun();
  session.ask({ ruleSet: a, baseline: null, smallCell: 5 });
  session.read({}, "2026-01-01");
  last().say({ progress: { bytes: 1, size: 9 } });
  expect(session.snapshot().progress).toEqual({ bytes: 1, size: 9 });
  session.cancel();
  expect(hired[0]?.ended).toBe(true);
  expect(session.snapshot()).toMatchObject({
    file: { name: "x.csv" },
    columns: [{ name: "x" }],
    reading: null,
  });
  // A word of the one that was sent away is not heard.
  hired[0]?.say(judged(1));
  expect(session.snapshot().judged).toBeNull();
  session.read({}, "2026-01-01");
  last().say({ unread: { code: "quotation", line: 7 } });
  expect(session.snapshot()).toMatchObject({ unread: { line: 7 }, columns: [{ name: "x" }], reading: null });
  session.close();
  expect(session.snapshot()).toMatchObject({ file: null, columns: null, judged: null });
});

test("a file that is no table is let go", () => {
  const { session, last } = begun();
  session.open(file, []);
  last().say({ unread: { code: "no-header", line: 1 } });
  expect(session.snapshot()).toMatchObject({ file: null, unread: { code: "no-header" } });
  expect(last().ended).toBe(true);
});
