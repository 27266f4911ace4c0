// Registre des confirmations: each criterion that goes beyond its source, each threshold, each dated source and each
// generated sentence, as it reads today, with who confirmed exactly that.
import { entryKinds, type EntryKind, type LedgerEntry } from "@jumelage/api/schemas";
import { claimSentence, criterionSentence, textIn } from "@jumelage/engine/words";
import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { SignOff, useLedger } from "../../lab/sign-off.tsx";
import { entryId, guaranteeId, programPaths } from "../../paths.ts";
import { Card, cardName, Cards } from "../../ui/cards.tsx";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";

export function LedgerPanel(): ReactNode {
  const t = useTranslations("register.ledger");
  const ledger = useLedger();
  const [show, setShow] = useState<"open" | "all">("open");
  if (ledger.data === undefined) return ledger.isError ? <QueryTrouble query={ledger} /> : <Loading />;
  const { entries } = ledger.data;
  if (entries.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  const left = entries.filter((e) => e.confirmed === null).length;
  const shown = show === "all" ? entries : entries.filter((e) => e.confirmed === null);
  return (
    <div className="j-stack">
      <QueryTrouble query={ledger} />
      <div className="j-row">
        <output>
          <strong>{t("left", { left, total: String(entries.length) })}</strong>
        </output>
        <label className="j-row j-small">
          {t("show")}
          <select
            className={slot.slot}
            value={show}
            onChange={(event) => setShow(event.currentTarget.value === "all" ? "all" : "open")}
          >
            <option value="open">{t("showOpen")}</option>
            <option value="all">{t("showAll")}</option>
          </select>
        </label>
      </div>
      {shown.length === 0 ? <EmptyState title={t("allDone")} /> : null}
      {entryKinds.map((kind) => (
        <Group key={kind} kind={kind} entries={shown.filter((e) => e.kind === kind)} />
      ))}
    </div>
  );
}

function Group({ kind, entries }: { readonly kind: EntryKind; readonly entries: readonly LedgerEntry[] }) {
  const t = useTranslations("register.ledger");
  if (entries.length === 0) return null;
  return (
    <Panel title={t(`kind.${kind}`)}>
      <p className="j-muted">{t(`why.${kind}`)}</p>
      <Cards>
        {entries.map((entry) => (
          <Card key={entry.id}>
            <Content entry={entry} />
          </Card>
        ))}
      </Cards>
    </Panel>
  );
}

/** What is to be read, word for word, then its sign-off. */
function Content({ entry }: { readonly entry: LedgerEntry }): ReactNode {
  const t = useTranslations("register.ledger");
  const format = useFormatter();
  const { ruleSet, program, lang } = useWorkspace();
  const paths = programPaths(program);
  const part = (name: string, href: string, text: ReactNode): ReactNode => (
    <>
      <h3 className={cardName}>
        <AppLink href={href}>{name}</AppLink>
      </h3>
      {text}
      <SignOff entry={entry} name={name} />
    </>
  );
  switch (entry.kind) {
    case "criterion": {
      const criterion = ruleSet.criteria.find((c) => c.id === entry.id);
      if (!criterion) return null;
      return part(
        `${criterion.id} – ${textIn(criterion.title, lang)}`,
        paths.criterion(criterion.id),
        <>
          <p>{criterionSentence(criterion, ruleSet, { lang, definitions: true })}</p>
          <p className="j-muted j-small">{textIn(criterion.rationale, lang)}</p>
        </>,
      );
    }
    case "parameter": {
      const parameter = ruleSet.parameters.find((p) => p.id === entry.id);
      if (!parameter) return null;
      return part(
        textIn(parameter.label, lang) || parameter.id,
        `${paths.vocabulary}#${entryId("parameter", parameter.id)}`,
        <>
          <p>
            {t("value")} <strong>{format.number(parameter.value)}</strong>
          </p>
          <p className="j-muted j-small">{textIn(parameter.rationale, lang)}</p>
        </>,
      );
    }
    case "source": {
      const source = ruleSet.sources.find((s) => s.id === entry.id);
      if (!source) return null;
      const details = [
        source.edition,
        source.date && format.dateTime(new Date(`${source.date}T12:00:00`), { dateStyle: "long" }),
        t("statements", { count: source.statements.length }),
      ];
      return part(
        textIn(source.title, lang) || source.id,
        `${paths.vocabulary}#sources`,
        <p className="j-muted">{details.filter(Boolean).join(" · ")}</p>,
      );
    }
    case "sentence": {
      const property = ruleSet.properties.find((p) => p.id === entry.id);
      if (!property) return null;
      return part(
        `${property.id} – ${textIn(property.statement, lang)}`,
        `${paths.guarantees}#${guaranteeId(property.id)}`,
        <p>
          <span className="j-muted">{t("generated")}</span> {claimSentence(property.claim, ruleSet, lang)}
        </p>,
      );
    }
    default:
      return entry.kind satisfies never;
  }
}
