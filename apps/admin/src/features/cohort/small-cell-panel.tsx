// How few persons are too few to be counted: for everybody to read, and for an administrator of the installation to set.
import { allows } from "@jumelage/api/schemas";
import { leastSmallCell, mostSmallCell } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { Notice, Panel } from "../../ui/page.tsx";

export function SmallCellPanel(): ReactNode {
  const t = useTranslations("cohort.smallCell");
  const { program, roles } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  if (!found.data) return null;
  const { smallCell } = found.data;
  return (
    <Panel title={t("title")}>
      <p>{t("rule", { least: String(smallCell) })}</p>
      {allows("program.set-small-cell", roles) ? (
        <SmallCellForm key={smallCell} smallCell={smallCell} />
      ) : (
        <p className="j-muted j-small">{t("bySomebodyElse")}</p>
      )}
    </Panel>
  );
}

function SmallCellForm({ smallCell }: { readonly smallCell: number }): ReactNode {
  const tc = useTranslations("common");
  const t = useTranslations("cohort.smallCell");
  const { program, lang } = useWorkspace();
  const [typed, setTyped] = useState<number | undefined>(smallCell);
  const saved = useMutation(
    trpc.programs.setSmallCell.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() }),
    }),
  );
  const range = { min: leastSmallCell, max: mostSmallCell };
  const words = t("range", { min: String(range.min), max: String(range.max) });
  return (
    <form
      className="j-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== undefined) saved.mutate({ program, smallCell: typed });
      }}
    >
      {saved.isError ? <ErrorNotice error={saved.error} /> : null}
      <div className="j-row">
        <span>{t("field")}</span>
        <NumberSlot
          label={t("field")}
          lang={lang}
          value={typed}
          range={range}
          hint={words}
          accepts={(n) => Number.isInteger(n) && n >= range.min && n <= range.max}
          problem={() => tc("enterNumber", { range: words })}
          onType={(n) => setTyped(n)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={typed === undefined || typed === smallCell}
          loading={saved.isPending}
        >
          {t("save")}
        </Button>
      </div>
      {saved.isSuccess ? <Notice announce="politely" title={t("saved")} /> : null}
    </form>
  );
}
