// The answer of one decision as a mark: its badge, or how many outcomes it suggests; the same for what is expected.
import type { Decision, Expected } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { stateFace } from "../../ui/tones.ts";
import type { Answer } from "./simulate.ts";
import classes from "./simulation.module.css";

interface MarkProps {
  readonly decision: Decision | undefined;
  readonly changed?: boolean;
  /** The mark alone says it: the words stand beside it in the draft's column. */
  readonly quiet?: boolean;
}

export function AnswerMark({ answer, ...rest }: MarkProps & { readonly answer: Answer }): ReactNode {
  const { decision } = rest;
  const decided = decision && answer.result.decisions[decision.id];
  if (!decision || !decided) return <span className="j-muted">–</span>;
  if (decided.kind === "one") return <StateMark {...rest} decision={decision} state={decided.state} />;
  return <ManyMark decision={decision} suggested={decided.suggested} undetermined={decided.undetermined} />;
}

export function ExpectedMark({ expected, ...rest }: MarkProps & { readonly expected: Expected }): ReactNode {
  const { decision } = rest;
  const wanted = decision && expected.decisions[decision.id];
  if (!decision || wanted === undefined) return <span className="j-muted">–</span>;
  if (typeof wanted === "string") return <StateMark {...rest} decision={decision} state={wanted} />;
  const { suggested, undetermined } = Array.isArray(wanted)
    ? { suggested: wanted, undetermined: [] }
    : wanted;
  return <ManyMark decision={decision} suggested={suggested} undetermined={undetermined ?? []} />;
}

interface StateMarkProps extends MarkProps {
  readonly decision: Decision;
  readonly state: string;
}

function StateMark({ decision, state, changed, quiet }: StateMarkProps): ReactNode {
  const { lang } = useWorkspace();
  return (
    <span className={classes.mark} title={stateFace(decision, state, lang).label}>
      <OutcomeBadge
        lang={lang}
        decision={decision}
        state={state}
        show={quiet ? "glyph" : "short"}
        changed={changed ?? false}
      />
    </span>
  );
}

interface ManyMarkProps {
  readonly decision: Decision;
  readonly suggested: readonly string[];
  readonly undetermined: readonly string[];
}

function ManyMark({ decision, suggested, undetermined }: ManyMarkProps): ReactNode {
  const t = useTranslations("simulation");
  const { lang } = useWorkspace();
  const names = suggested.map((id) => {
    const outcome = decision.outcomes.find((o) => o.id === id);
    return outcome ? textIn(outcome.label, lang) : id;
  });
  const words =
    undetermined.length > 0
      ? t("manyOpen", { count: suggested.length, open: String(undetermined.length) })
      : t("many", { count: suggested.length });
  return (
    <span className={classes.mark} title={names.join(", ")}>
      {words}
    </span>
  );
}
