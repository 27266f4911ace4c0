import { publishedCells, type PublishedSubject } from "@jumelage/cohort";
import { expect, test } from "vitest";
import { exportedTable } from "./export-table.ts";

const subject: PublishedSubject = {
  subject: { kind: "decision", decision: "d" },
  states: ["stop", "go"],
  ...publishedCells(
    [
      [12, 3],
      [4, 26],
    ],
    5,
  ),
  moved: 0,
  examples: [],
};

test("only what may be seen is written, and every total is a sum of it", () => {
  const text = exportedTable([subject], {
    header: ["what", "from", "to", "persons"],
    subject: () => 'The "way", here',
    state: (_, state) => (state === "go" ? "=go" : state),
    few: "<5",
    total: "all",
  });
  const what = '"The ""way"", here"';
  expect(text).toBe(
    `\uFEFF${[
      "what,from,to,persons",
      `${what},stop,stop,10`,
      `${what},stop,'=go,<5`,
      `${what},'=go,stop,<5`,
      `${what},'=go,'=go,25`,
      `${what},stop,all,10`,
      `${what},'=go,all,25`,
      `${what},all,stop,10`,
      `${what},all,'=go,25`,
      `${what},all,all,35`,
    ].join("\r\n")}\r\n`,
  );
  expect(text).not.toMatch(/\b(?:3|4|12|26)\b/);
});
