// A simulation in words alone, for what leaves the screen: a file, or paper.
import type { Decision, DecisionResult, Expected, Lang } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { stateFace } from "../../ui/tones.ts";
import type { SimulationWords } from "./export-simulation.ts";
import type { SimulatedRow } from "./simulate.ts";

/** The words for the rows of a simulation, in the reader's language. */
export function useSimulationWords(decision: Decision | undefined): SimulationWords {
  const t = useTranslations("simulation");
  const { baseline, lang } = useWorkspace();
  const saidOf = (given: DecisionResult | undefined): string => {
    if (!decision || given === undefined) return "–";
    if (given.kind === "one") return stateFace(decision, given.state, lang).label;
    return many(given.suggested, given.undetermined);
  };
  const many = (suggested: readonly string[], open: readonly string[]): string => {
    const named = namesOf(decision, suggested, lang).join(", ") || t("many", { count: 0 });
    return open.length === 0
      ? named
      : t("openToo", { named, open: namesOf(decision, open, lang).join(", ") });
  };
  const expected = (wanted: Expected["decisions"][string] | undefined): string => {
    if (!decision || wanted === undefined) return "–";
    if (typeof wanted === "string") return stateFace(decision, wanted, lang).label;
    return "suggested" in wanted ? many(wanted.suggested, wanted.undetermined ?? []) : many(wanted, []);
  };
  return {
    head: {
      profile: t("profile"),
      title: t("profileTitle"),
      before: baseline === null ? undefined : t("before", { version: String(baseline.number) }),
      after: t("after"),
      expected: t("expected"),
      verdict: t("verdict"),
    },
    titleOf: ({ profile }) => textIn(profile.title, lang) || profile.id,
    answer: (row, side) => {
      const id = decision?.id ?? "";
      if (side === "expected") return expected(row.profile.expected.decisions[id]);
      return saidOf((side === "before" ? row.before : row.after)?.result.decisions[id]);
    },
    verdict: (row: SimulatedRow) => t(row.differences.length === 0 ? "asExpected" : "notAsExpected"),
    cell: ({ verdict, decisive }, { enabled }) => {
      if (!enabled) return t("cell.off");
      const words = t(`cell.${verdict}`);
      return decisive ? t("cell.decisive", { words }) : words;
    },
  };
}

function namesOf(decision: Decision | undefined, ids: readonly string[], lang: Lang): readonly string[] {
  return ids.map((id) => {
    const outcome = decision?.outcomes.find((o) => o.id === id);
    return outcome ? textIn(outcome.label, lang) : id;
  });
}
