import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import type { Documents } from "../../draft/document.ts";
import { setFact, setStatement } from "./edits.ts";

const documents = referenceDocuments();

it("says of one statement why no criterion carries it, and leaves the other documents as they are", () => {
  const reason = { fr: "Remplacé par une revue plus récente.", en: "Replaced by a newer review." };
  const { ruleSet } = setStatement("S21c", { modelled: { reason } })(documents);
  const all = ruleSet.sources.flatMap((s) => s.statements);
  expect(all.find((one) => one.id === "S21c")?.modelled).toEqual({ reason });
  const before = documents.ruleSet.sources.flatMap((s) => s.statements);
  expect(all.filter((one, i) => one !== before[i]).map((one) => one.id)).toEqual(["S21c"]);
  const touched = ruleSet.sources.filter((s, i) => s !== documents.ruleSet.sources[i]);
  expect(touched).toHaveLength(1);
});

it("a help is given to a fact, and leaves nothing behind once it is emptied", () => {
  const [first, ...others] = documents.ruleSet.facts;
  if (!first) throw new Error("the reference program has facts");
  const { help: _unwanted, ...fact } = first;
  const bare = { ...documents, ruleSet: { ...documents.ruleSet, facts: [fact, ...others] } };
  const of = ({ ruleSet }: Documents) => ruleSet.facts[0];
  const help = { fr: "Poser la question telle quelle.", en: "Ask as it stands." };
  const helped = setFact(fact.id, { help })(bare);
  expect(of(helped)).toEqual({ ...fact, help });
  const emptied = setFact(fact.id, { help: { fr: "", en: "" } })(helped);
  expect(JSON.stringify(emptied)).toBe(JSON.stringify(bare));
  expect(of(setFact(fact.id, { sources: ["S1"] })(bare))).toEqual({ ...fact, sources: ["S1"] });
});
