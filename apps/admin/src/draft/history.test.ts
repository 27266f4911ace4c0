import { expect, it } from "vitest";
import { historyLimit, record, redone, startHistory, undone, type History } from "./history.ts";
import { chance, referenceDocuments, setThreshold, setTitle } from "../../test/drafts.ts";

const start = startHistory(referenceDocuments());
const step = (history: History, times: number, take: (h: History) => History): History =>
  Array.from({ length: times }).reduce<History>((h) => take(h), history);

it("200 random changes undone are the very documents of the start, and redone those of the end", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const next = chance(seed);
  const ids = start.present.ruleSet.criteria.map((c) => c.id);
  let history = start;
  for (let i = 0; i < 200; i += 1) {
    const change =
      next(2) === 0 ? setThreshold("phq9LookAgain", i) : setTitle(ids[next(ids.length)] ?? "", `titre ${i}`);
    history = record(history, { label: "x" }, change);
  }
  const back = step(history, 200, undone);
  expect(back.present, `seed ${seed}`).toBe(start.present);
  expect(step(back, 200, redone).present, `seed ${seed}`).toBe(history.present);
  expect(historyLimit).toBeGreaterThanOrEqual(200);
});

it("a change after undoing drops what was undone", () => {
  const one = record(start, { label: "1" }, setThreshold("phq9LookAgain", 16));
  const other = record(undone(one), { label: "2" }, setThreshold("phq9LookAgain", 17));
  expect(redone(other)).toBe(other);
  expect(undone(other).present).toBe(start.present);
});

it("changes that follow one another with one key are one step; another key or an undo ends it", () => {
  const typed = [1, 16, 160].reduce(
    (h, value) => record(h, { label: "valeur", join: "phq9" }, setThreshold("phq9LookAgain", value)),
    start,
  );
  expect(typed.past).toHaveLength(1);
  expect(undone(typed).present).toBe(start.present);
  const more = record(typed, { label: "autre", join: "gad7" }, setThreshold("gad7LookAgain", 3));
  expect(more.past).toHaveLength(2);
});

it("a change that changes nothing leaves no step", () => {
  expect(record(start, { label: "rien" }, (documents) => documents)).toBe(start);
});
