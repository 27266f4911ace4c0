// What the program asks of its scores before a version can be published, for everybody to read, and for an administrator
// of the installation to set: never less than the least that any program asks.
import { allows } from "@jumelage/api/schemas";
import { leastFloors, type Floors } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import classes from "./publication.module.css";

const scores = ["mutants", "boundaries"] as const satisfies readonly (keyof Floors)[];

export function FloorsPanel(): ReactNode {
  const t = useTranslations("publication.floors");
  const { program, roles } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  const percent = usePercent();
  if (!found.data) return null;
  const { floors } = found.data;
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("lead")}</p>
      {allows("program.set-floors", roles) ? (
        <FloorsForm floors={floors} />
      ) : (
        <>
          <ul className={classes.floors}>
            {scores.map((score) => (
              <li key={score}>{t(`asks.${score}`, { floor: percent(floors[score]) })}</li>
            ))}
          </ul>
          <p className="j-muted j-small">{t("bySomebodyElse")}</p>
        </>
      )}
    </Panel>
  );
}

function usePercent(): (share: number) => string {
  const format = useFormatter();
  return (share) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
}

function FloorsForm({ floors }: { readonly floors: Floors }): ReactNode {
  const tc = useTranslations("common");
  const t = useTranslations("publication.floors");
  const { program, lang } = useWorkspace();
  const percent = usePercent();
  const [typed, setTyped] = useState<Readonly<Record<keyof Floors, number | undefined>>>(floors);
  const saved = useMutation(
    trpc.programs.setFloors.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.publish.pathKey() });
      },
    }),
  );
  const { mutants, boundaries } = typed;
  const complete = mutants !== undefined && boundaries !== undefined;
  const changed = complete && (mutants !== floors.mutants || boundaries !== floors.boundaries);
  return (
    <form
      className="j-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) saved.mutate({ program, floors: { mutants, boundaries } });
      }}
    >
      {saved.isError ? <ErrorNotice error={saved.error} /> : null}
      {scores.map((score) => {
        const range = { min: share(leastFloors[score]), max: 100 };
        const words = t("range", { least: percent(leastFloors[score]), most: percent(1) });
        const value = typed[score];
        return (
          <div key={score} className="j-row">
            <span>{t(`field.${score}`)}</span>
            <NumberSlot
              label={t("fieldName", { name: t(`field.${score}`) })}
              lang={lang}
              value={value === undefined ? undefined : share(value)}
              range={range}
              hint={words}
              accepts={(n) => n >= range.min && n <= range.max && n === share(n / 100)}
              problem={() => tc("enterNumber", { range: words })}
              onType={(n) => setTyped({ ...typed, [score]: n === undefined ? undefined : n / 100 })}
            />
          </div>
        );
      })}
      <div className="j-row">
        <Button type="submit" variant="default" disabled={!changed} loading={saved.isPending}>
          {t("save")}
        </Button>
        {complete ? null : <output className="j-small">{t("incomplete")}</output>}
      </div>
      {saved.isSuccess && !changed ? <Notice announce="politely" title={t("saved")} /> : null}
    </form>
  );
}

/** A share of one as a number of percent, without the dust of binary fractions. */
function share(of: number): number {
  return Number((of * 100).toFixed(1));
}
