// The applications that act on this program's decisions, and how far behind they are.
import type { Program } from "@jumelage/api/schemas";
import { useTranslations } from "use-intl";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";

export function ConsumersPanel({ program }: { readonly program: Program }) {
  const t = useTranslations("program");
  const inForce = program.current?.number;
  const standing = (release: number): string => {
    const behind = (inForce ?? release) - release;
    return behind <= 0 ? t("consumerCurrent") : t("consumerLate", { count: behind });
  };
  return (
    <Panel title={t("consumers")}>
      {program.consumers.length === 0 ? (
        <p>{t("consumersNone")}</p>
      ) : (
        <Scroll label={t("consumers")}>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t("consumer")}</th>
                <th scope="col">{t("consumerRelease")}</th>
                <th scope="col">{t("consumerSeen")}</th>
                <th scope="col">{t("consumerOverrides")}</th>
              </tr>
            </thead>
            <tbody>
              {program.consumers.map((c) => (
                <tr key={c.id}>
                  <th scope="row">{c.name}</th>
                  <td>
                    {c.release === null
                      ? "–"
                      : `${t("version", { number: String(c.release) })}, ${standing(c.release)}`}
                  </td>
                  <td>{c.lastSeenAt === null ? t("consumerNever") : <Moment at={c.lastSeenAt} />}</td>
                  <td>
                    {c.overrides.length === 0
                      ? "–"
                      : c.overrides.map((o) => `${o.reason} (${o.count})`).join(", ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
