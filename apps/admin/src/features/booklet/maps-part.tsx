// The maps of a program on paper: what is answered at every pair of values of its two most telling measures, drawn so that
// it reads in black and white, and the same as a table.
import type { Decision } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { BandsTable } from "../decision-map/bands-table.tsx";
import { lettersOf } from "../decision-map/map-figure.tsx";
import {
  axesOf,
  heldStill,
  mapOf,
  scoresFirst,
  tellingProfile,
  type DecisionMap,
} from "../decision-map/map.ts";
import { dayOf } from "../simulation/simulate.ts";
import { mappable, type Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { PaperMap, type Drawn } from "./paper-map.tsx";
import { Part } from "./part.tsx";

export function MapsPart({ booklet }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.maps");
  return (
    <Part part="maps">
      <p>{t("lead")}</p>
      {mappable(booklet).map((decision) => (
        <MapOf key={decision.id} decision={decision} booklet={booklet} />
      ))}
    </Part>
  );
}

function MapOf({ decision, booklet }: { readonly decision: Decision; readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.maps");
  const td = useTranslations("decisionMap");
  const { lang } = useLanguage();
  const { ruleSet, profiles } = booklet;
  const [x, y] = scoresFirst(axesOf(ruleSet));
  if (!x || !y) return null;
  const profile = tellingProfile({ ruleSet, decision: decision.id, x, y }, profiles);
  const base = profile ? heldStill(profile.facts, [x, y]) : {};
  const at = dayOf(profile ?? {});
  const drawn: Drawn = {
    map: mapOf({ ruleSet, decision: decision.id, x, y, base, at }, undefined),
    x,
    y,
    decision,
    letters: lettersOf(decision),
  };
  return (
    <section data-map={decision.id}>
      <h3>{td("figure", { decision: textIn(decision.title, lang) })}</h3>
      <p>
        {profile ? t("held", { name: `${profile.id} – ${textIn(profile.title, lang)}` }) : td("heldNothing")}
      </p>
      <PaperMap drawn={drawn} />
      <Bands drawn={drawn} />
    </section>
  );
}

const statesIn = (map: DecisionMap): ReadonlySet<string> => new Set(map.cells.flat().map((c) => c.state));

function Bands({ drawn: { map, x, y, decision, letters } }: { readonly drawn: Drawn }): ReactNode {
  const { lang } = useLanguage();
  const seen = statesIn(map);
  return (
    <>
      <ul className={classes.legend}>
        {[...letters]
          .filter(([state]) => seen.has(state))
          .map(([state, letter]) => (
            <li key={state}>
              <strong>{letter}</strong> <OutcomeBadge decision={decision} state={state} lang={lang} />
            </li>
          ))}
      </ul>
      <BandsTable
        map={map}
        x={x}
        y={y}
        className={classes.bands}
        render={(cell) => letters.get(cell.state)}
      />
    </>
  );
}
