// Outcomes and verdicts as marks: always a glyph beside the colour, always a name for those who do not see either.
import type { Decision, Lang, Outcome } from "@jumelage/engine";
import classes from "./outcome.module.css";
import { glyphs, outcomeFace, stateFace, type Look } from "./tones.ts";

/** The bare mark of a tone. It has no name of its own: the text beside it, or the element around it, has. */
export function ToneGlyph({
  look,
  hollow,
  changed,
}: {
  readonly look: Look;
  readonly hollow?: boolean;
  readonly changed?: boolean;
}) {
  const names = [classes.glyph, classes[look], hollow ? classes.hollow : "", changed ? classes.changed : ""];
  return (
    <span className={names.filter(Boolean).join(" ")} aria-hidden="true">
      {glyphs[look]}
    </span>
  );
}

export interface OutcomeBadgeProps {
  readonly lang: Lang;
  /** An outcome itself… */
  readonly outcome?: Outcome;
  /** …or a state (computed states included) of a decision. */
  readonly state?: string;
  readonly decision?: Decision;
  /** `glyph` hides the words but keeps them for assistive technology. */
  readonly show?: "label" | "short" | "glyph";
  readonly changed?: boolean;
}

/** An outcome with its glyph and its words. */
export function OutcomeBadge({ lang, outcome, state, decision, show = "label", changed }: OutcomeBadgeProps) {
  const face = outcome
    ? outcomeFace(outcome, lang)
    : decision && state !== undefined
      ? stateFace(decision, state, lang)
      : { look: "unknown" as const, label: state ?? "", short: state ?? "" };
  return (
    <span className={classes.badge}>
      <ToneGlyph look={face.look} changed={changed ?? false} />
      <span className={show === "glyph" ? "j-hidden" : undefined}>
        {show === "short" ? face.short : face.label}
      </span>
    </span>
  );
}

export interface VerdictCellProps {
  readonly verdict: "true" | "false" | "unknown";
  /** The tone of the criterion's outcome. */
  readonly look: Look;
  /** Whether this criterion decided; one that is true without deciding is hollow. */
  readonly decisive: boolean;
  /** What the mark says, in the reader's language; empty where something around it says so. */
  readonly label: string;
  readonly changed?: boolean;
}

/** One criterion for one person: ink only where it decides. */
export function VerdictCell({ verdict, look, decisive, label, changed }: VerdictCellProps) {
  return (
    <span className={classes.badge}>
      {verdict === "false" ? (
        <span className={classes.dot} aria-hidden="true">
          ·
        </span>
      ) : (
        <ToneGlyph
          look={verdict === "unknown" ? "unknown" : look}
          hollow={!decisive}
          changed={changed ?? false}
        />
      )}
      {label === "" ? null : <span className="j-hidden">{label}</span>}
    </span>
  );
}

export interface StripPart {
  readonly key: string;
  readonly look: Look;
  readonly label: string;
  readonly count: number;
}

const fills: Readonly<Record<Look, string | undefined>> = {
  stop: classes["stopFill"],
  caution: classes["cautionFill"],
  neutral: classes["neutralFill"],
  go: classes["goFill"],
  unknown: classes["unknownFill"],
};

/** How a set of profiles spreads over the outcomes: a patterned bar, with the same as a list below it. */
export function OutcomeStrip({ parts }: { readonly parts: readonly StripPart[] }) {
  const shown = parts.filter((p) => p.count > 0);
  return (
    <div className="j-stack-tight">
      <div className={classes.strip} aria-hidden="true">
        {shown.map((p) => (
          <span key={p.key} className={`${classes.segment} ${fills[p.look]}`} style={{ flexGrow: p.count }} />
        ))}
      </div>
      <ul className="j-plain-list j-stack-tight">
        {parts.map((p) => (
          <li key={p.key} className={classes.count}>
            <ToneGlyph look={p.look} />
            <strong>{p.count}</strong>
            <span>{p.label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
