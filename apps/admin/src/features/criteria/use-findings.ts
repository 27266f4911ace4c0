// What the engine finds wrong with the draft, in words, by place. Gaps say what is still to be chosen.
import {
  check,
  nodesOf,
  type Diagnostic,
  type DraftRuleSet,
  type Hole,
  type Lang,
  type Path,
} from "@jumelage/engine";
import { diagnosticWords } from "@jumelage/engine/words";
import { useMemo } from "react";
import { useTranslations } from "use-intl";

export interface Finding {
  readonly at: Path;
  readonly severity: "error" | "warning" | "info";
  readonly text: string;
}

export interface Findings {
  readonly all: readonly Finding[];
  /** The findings about the node at a path, those about the conditions inside it left out. */
  readonly wordsAt: (path: Path) => readonly string[];
  /** The findings anywhere below a path. */
  readonly below: (path: Path) => readonly Finding[];
}

const inner = new Set(["all", "any", "not", "atLeast", "of"]);
const startsWith = (path: Path, start: Path): boolean => start.every((step, i) => path[i] === step);

// Gaps have words of their own here, which say what the slot at hand still needs.
const gapCodes = new Set(["condition-hole", "condition-missing"]);

// Several places of a screen ask about the same document: it is checked once.
const checked = new WeakMap<DraftRuleSet, readonly Diagnostic[]>();

function diagnosticsOf(ruleSet: DraftRuleSet): readonly Diagnostic[] {
  const known = checked.get(ruleSet);
  if (known) return known;
  const found = check(ruleSet).filter((d) => !gapCodes.has(d.code) && d.severity !== "info");
  checked.set(ruleSet, found);
  return found;
}

export function useFindings(ruleSet: DraftRuleSet, lang: Lang): Findings {
  const t = useTranslations("criteria.gap");
  return useMemo(() => {
    const all: Finding[] = [];
    const gaps = (when: DraftRuleSet["criteria"][number]["when"], at: Path): void => {
      if (when === undefined) all.push({ at, severity: "error", text: t("noCondition") });
      else {
        for (const { at: inside, node } of nodesOf<Hole>(when)) {
          if (!("hole" in node)) continue;
          const { fact, operator, text } = node.hole;
          const missing = fact === undefined ? "subject" : operator === undefined ? "test" : "value";
          if (text === undefined || missing !== "value") {
            all.push({ at: [...at, ...inside], severity: "error", text: t(missing) });
          }
        }
      }
    };
    ruleSet.criteria.forEach((c, i) => gaps(c.when, ["criteria", i, "when"]));
    ruleSet.conditions.forEach((c, i) => gaps(c.when, ["conditions", i, "when"]));
    for (const diagnostic of diagnosticsOf(ruleSet)) {
      const { problem, remedy } = diagnosticWords(diagnostic, ruleSet, lang);
      all.push({ at: diagnostic.at, severity: diagnostic.severity, text: `${problem} ${remedy}` });
    }
    const words = (found: readonly Finding[]): readonly string[] => [...new Set(found.map((f) => f.text))];
    return {
      all,
      below: (path) => all.filter((f) => startsWith(f.at, path)),
      wordsAt: (path) =>
        words(
          all.filter(
            (f) => startsWith(f.at, path) && !f.at.slice(path.length).some((s) => inner.has(String(s))),
          ),
        ),
    };
  }, [ruleSet, lang, t]);
}
