import { expect, test } from "vitest";
import { shows, views } from "./matrix.ts";
import { saidOfShow, saidOfView, showIn, simulationSearch, viewIn } from "./simulation-search.ts";

test("an address says every choice, and reads back as it was said", () => {
  for (const show of shows)
    for (const view of views) {
      const read = simulationSearch({ montrer: saidOfShow(show), vue: saidOfView(view) });
      expect([showIn(read), viewIn(read)]).toEqual([show, view]);
    }
});

test("what an address cannot mean is left aside", () => {
  expect(
    simulationSearch({ montrer: "x", vue: 1, decision: 2, reponse: null, papier: "a3", other: "y" }),
  ).toEqual({});
  expect(simulationSearch({ decision: "*", reponse: "@undetermined", papier: "a4" })).toEqual({
    decision: "*",
    reponse: "@undetermined",
    papier: "a4",
  });
});
