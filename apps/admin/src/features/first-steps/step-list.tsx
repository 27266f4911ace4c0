// The steps of the first path: what to do now, what was done.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import classes from "./first-steps.module.css";
import { steps, type Step } from "./steps.ts";

export interface StepListProps {
  readonly done: readonly Step[];
  /** The threshold, the value it has in service and the one to try, as they are read. */
  readonly words: { readonly label: string; readonly from: string; readonly to: string };
}

export function StepList({ done, words }: StepListProps): ReactNode {
  const t = useTranslations("firstSteps");
  const now = steps.find((step) => !done.includes(step));
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={step} className={classes.step} aria-current={step === now ? "step" : undefined}>
          <strong>{t(`step.${step}`)}</strong>{" "}
          {done.includes(step) ? (
            <span className={classes.done}>
              <span aria-hidden="true">✓</span> {t("done")}
            </span>
          ) : null}
          {step === now ? <p>{t(`how.${step}`, words)}</p> : null}
        </li>
      ))}
    </ol>
  );
}
