// The same map as a table of bands: what a reader who does not see the picture reads, and what can be copied.
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Scroll } from "../../ui/scroll.tsx";
import { stateFace } from "../../ui/tones.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { BandsTable } from "./bands-table.tsx";
import type { MapProps } from "./map-figure.tsx";

export function MapTable({ map, x, y, decision }: MapProps): ReactNode {
  const t = useTranslations("decisionMap");
  const { lang, baseline } = useWorkspace();
  const name = t("tableOf", { x: textIn(x.label, lang), y: textIn(y.label, lang) });
  return (
    <details>
      <summary>{t("table")}</summary>
      <Scroll label={name}>
        <BandsTable
          map={map}
          x={x}
          y={y}
          captionClass="j-hidden"
          render={(cell) => (
            <>
              <OutcomeBadge decision={decision} state={cell.state} lang={lang} show="short" />
              {cell.before === cell.state ? null : (
                <div className="j-muted j-small">
                  {t("before", {
                    number: String(baseline?.number ?? ""),
                    answer: stateFace(decision, cell.before, lang).short,
                  })}
                </div>
              )}
            </>
          )}
        />
      </Scroll>
    </details>
  );
}
