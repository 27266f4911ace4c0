// What just happened to the list of guarantees, with the way back: one added and being proved, one taken away.
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { guaranteeId, programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useList } from "../../ui/moment.tsx";
import { Notice } from "../../ui/page.tsx";
import type { Guarantee } from "./edit-guarantee.ts";
import { ProofBadge, type Proof } from "./proof-status.tsx";

export interface AddedNoticeProps {
  readonly id: string;
  /** Its proof as it stands; nothing before there is one. */
  readonly proof: Proof | undefined;
  /** Whether it is being proved now. */
  readonly proving: boolean;
  readonly onUndo: () => void;
}

export function AddedNotice({ id, proof, proving, onUndo }: AddedNoticeProps): ReactNode {
  const t = useTranslations("guarantees.new");
  const { program } = useWorkspace();
  return (
    <Notice announce="politely" title={t("added", { id })}>
      <p className="j-row">
        {proving ? <span>{t("proving")}</span> : proof ? <ProofBadge proof={proof} stale={false} /> : null}
        <AppLink href={`${programPaths(program).guarantees}#${guaranteeId(id)}`}>{t("see", { id })}</AppLink>
        <Button variant="default" size="compact-sm" onClick={onUndo}>
          {t("undo")}
        </Button>
      </p>
    </Notice>
  );
}

export function RemovedNotice({
  guarantee,
  onRestore,
}: {
  readonly guarantee: Guarantee;
  readonly onRestore: () => void;
}): ReactNode {
  const t = useTranslations("guarantees.removed");
  const list = useList();
  const { hazards, lang } = useWorkspace();
  // A danger may rest on it: the chain from danger to control is then broken, and the gate says so.
  const dangers = hazards.filter((h) =>
    h.controls.some((c) => "property" in c && c.property === guarantee.id),
  );
  return (
    <Notice
      announce="politely"
      title={t("title", { id: guarantee.id, statement: textIn(guarantee.statement, lang) })}
    >
      {dangers.length === 0 ? null : (
        <p>{t("dangers", { count: dangers.length, ids: list(dangers.map((h) => h.id)) })}</p>
      )}
      <Button variant="default" size="compact-sm" onClick={onRestore}>
        {t("restore")}
      </Button>
    </Notice>
  );
}
