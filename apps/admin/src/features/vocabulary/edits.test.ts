import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { setStatement } from "./edits.ts";

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
