// What a difference for everybody says, in words that both languages and their typography allow.
import { expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { differenceKinds } from "../model/lab.ts";
import { languages } from "../model/text.ts";
import { expectWellSet } from "../../test/words.ts";
import { differenceKindIn, silentSentence, transitionSentence } from "./transition.ts";

const [ruleSet] = programs.map((p) => p.ruleSet);
if (!ruleSet) throw new Error("a reference program");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const decision = "orientation";

test("a state becomes another", () => {
  const change = { decision, from: "deeper", to: "match" };
  expect(plain(transitionSentence(change, ruleSet, ruleSet, "fr"))).toBe(
    "« Orientation à l’égard des autosoins dirigés » : « Évaluation clinique plus approfondie d’abord » devient « Jumelage favorable aux autosoins dirigés ».",
  );
  expect(transitionSentence(change, ruleSet, ruleSet, "en")).toBe(
    "“Outcome regarding guided self-care”: “Deeper clinical assessment first” becomes “Good match for guided self-care”.",
  );
});

test("an outcome of a decision of several goes from one standing to another, named by whichever has it", () => {
  const without = {
    ...ruleSet,
    decisions: ruleSet.decisions.map((d) => ({
      ...d,
      outcomes: d.outcomes.filter((o) => o.id !== "monitor"),
    })),
  };
  const change = { decision: "obligations", from: "monitor:suggested", to: "monitor:not-suggested" };
  const label = ruleSet.decisions.flatMap((d) => d.outcomes).find((o) => o.id === "monitor")?.label.en ?? "";
  for (const head of [ruleSet, without]) {
    const sentence = transitionSentence(change, ruleSet, head, "en");
    expect(sentence).toContain(`“${label}” goes from “suggested” to “absent”`);
  }
  expect(transitionSentence({ ...change, to: "monitor:withheld" }, ruleSet, ruleSet, "fr")).toContain(
    "retenue",
  );
});

test("every kind, every standing and everything silent is well set", () => {
  for (const lang of languages) {
    for (const kind of differenceKinds) expectWellSet(differenceKindIn(kind, lang), lang, []);
    expect(new Set(differenceKinds.map((k) => differenceKindIn(k, lang))).size).toBe(differenceKinds.length);
    const standings = ["suggested", "undetermined", "withheld", "not-suggested"];
    for (const from of standings)
      for (const to of standings) {
        const change = { decision: "obligations", from: `monitor:${from}`, to: `monitor:${to}` };
        expectWellSet(transitionSentence(change, ruleSet, ruleSet, lang), lang, []);
      }
    for (const from of ["deeper", "@undetermined"])
      for (const to of ["match", "@safety-unknown"])
        expectWellSet(transitionSentence({ decision, from, to }, ruleSet, ruleSet, lang), lang, []);
    for (const parts of [["validFor"], ["added"], ["removed"]]) {
      const silent = { what: "fact", id: "suicidalIdeation", parts };
      expectWellSet(silentSentence(silent, ruleSet, ruleSet, lang), lang, []);
    }
  }
  const fresh = { what: "fact", id: "suicidalIdeation", parts: ["validFor"] };
  expect(plain(silentSentence(fresh, ruleSet, ruleSet, "fr"))).toBe(
    "Changement : renseignement « Idées suicidaires actuelles » (durée de validité).",
  );
});
