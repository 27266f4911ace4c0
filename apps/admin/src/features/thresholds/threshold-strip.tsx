// One axis with the profiles on it: who stands below, at and above a threshold. The counts are said in words; the
// picture repeats them for those who see it.
import { textIn } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { writeNumber } from "../../ui/numbers.ts";
import classes from "./thresholds.module.css";
import { stripOf, type Threshold } from "./strip.ts";

export interface ThresholdStripProps {
  readonly threshold: Threshold;
  /** The threshold in the release, where it was another. */
  readonly before?: number | undefined;
}

export function ThresholdStrip({ threshold, before }: ThresholdStripProps): ReactNode {
  const t = useTranslations("vocabulary.strip");
  const { ruleSet, profiles, lang } = useWorkspace();
  const strip = useMemo(() => stripOf(ruleSet, profiles, threshold), [ruleSet, profiles, threshold]);
  const { fact, value } = threshold;
  const { min, max } = fact.range ?? { min: 0, max: 1 };
  const place = (v: number): string =>
    `${Math.max(0, Math.min(100, (100 * (v - min)) / Math.max(1e-9, max - min)))}%`;
  const number = (v: number): string => writeNumber(v, lang);
  const tallest = Math.max(1, ...strip.marks.map((m) => m.profiles.length));
  return (
    <div className={classes.strip}>
      <p className="j-small">
        <strong>{textIn(fact.label, lang) || fact.id}</strong> –{" "}
        {t("counts", {
          value: number(value),
          below: strip.below,
          at: strip.at,
          above: strip.above,
          unknown: strip.unknown,
        })}{" "}
        {strip.at === 0 || strip.justBelow === 0 || (strip.justAbove === 0 && value < max) ? (
          <span className={classes.gap}>
            {t("gap", {
              where: [
                ...(strip.justBelow === 0 && value > min ? [t("justBelow")] : []),
                ...(strip.at === 0 ? [t("exactly")] : []),
                ...(strip.justAbove === 0 && value < max ? [t("justAbove")] : []),
              ].join(", "),
            })}
          </span>
        ) : null}
      </p>
      <div className={classes.axis} aria-hidden="true">
        <span className={classes.above} style={{ insetInlineStart: place(value) }} />
        {strip.marks.map((mark) => (
          <span
            key={mark.value}
            className={classes.mark}
            title={`${number(mark.value)} – ${mark.profiles.join(", ")}`}
            style={{
              insetInlineStart: place(mark.value),
              height: `${6 + (22 * mark.profiles.length) / tallest}px`,
            }}
          />
        ))}
        {before === undefined || before === value ? null : (
          <span className={classes.was} style={{ insetInlineStart: place(before) }} />
        )}
        <span className={classes.line} style={{ insetInlineStart: place(value) }}>
          <span>{number(value)}</span>
        </span>
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>{number(min)}</span>
        <span>{number(max)}</span>
      </div>
    </div>
  );
}
