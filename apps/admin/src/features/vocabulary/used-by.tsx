// The criteria that rest on an entry, counted, and listed on demand with links.
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";

export function UsedBy({ criteria }: { readonly criteria: readonly string[] }) {
  const t = useTranslations("vocabulary");
  const { program, ruleSet, lang } = useWorkspace();
  if (criteria.length === 0) return <span className="j-muted j-nowrap">{t("usage", { count: 0 })}</span>;
  const paths = programPaths(program);
  const titles = new Map(ruleSet.criteria.map((c) => [c.id, c.title[lang]]));
  return (
    <details>
      <summary className="j-nowrap">{t("showUsage", { count: criteria.length })}</summary>
      <ul className="j-small">
        {criteria.map((id) => (
          <li key={id}>
            <AppLink href={paths.criterion(id)}>
              {id} – {titles.get(id)}
            </AppLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
