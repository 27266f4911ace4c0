// What is expected of a profile and what it gets, as lines of text: each outcome with its glyph, so that it reads in black and
// white, and a word for what is open or held back.
import {
  compareWithExpected,
  type Decision,
  type DecisionResult,
  type DraftRuleSet,
  type Expected,
  type Profile,
} from "@jumelage/engine";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { resultFor } from "../../draft/run.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { glyphs, stateFace } from "../../ui/tones.ts";

const parts = ["suggested", "undetermined", "withheld"] as const;
type Lists = Readonly<Partial<Record<(typeof parts)[number], readonly string[] | undefined>>>;

/** Whether a profile gets what is expected of it. */
export function isAsExpected(ruleSet: DraftRuleSet, profile: Profile): boolean {
  return compareWithExpected(profile.expected, resultFor(ruleSet, profile)).length === 0;
}

/** An answer to one decision: a state, or what is suggested, open and held back. */
type Given = Expected["decisions"][string] | DecisionResult;

function listsOf(given: Exclude<Given, string>): Lists {
  if (Array.isArray(given)) return { suggested: given };
  return "kind" in given && given.kind === "one" ? { suggested: [given.state] } : given;
}

export interface AnswerProps {
  readonly decision: Decision;
  /** Undefined where nothing is expected of the decision. */
  readonly given: Given | undefined;
}

/** One decision and what is answered to it. */
export function Answer({ decision, given }: AnswerProps): ReactNode {
  const t = useTranslations("booklet.profiles");
  const { lang } = useLanguage();
  if (given === undefined) return null;
  const lists = typeof given === "string" ? { suggested: [given] } : listsOf(given);
  return (
    <div>
      <span className="j-muted">{t("decision", { title: decision.title[lang] })}</span>{" "}
      <States decision={decision} lists={lists} />
    </div>
  );
}

function States({ decision, lists }: { readonly decision: Decision; readonly lists: Lists }): ReactNode {
  const t = useTranslations("review");
  const { lang } = useLanguage();
  const said = parts.flatMap((part) =>
    (lists[part] ?? []).map((state) => ({ part, state, face: stateFace(decision, state, lang) })),
  );
  if (said.length === 0) return t("nothing");
  return said.map(({ part, state, face }, i) => (
    <Fragment key={`${part}/${state}`}>
      {i === 0 ? "" : "; "}
      <span aria-hidden="true">{`${glyphs[face.look]}\u00a0`}</span>
      {face.short}
      {part === "suggested" ? "" : ` (${t(part)})`}
    </Fragment>
  ));
}
