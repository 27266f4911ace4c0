// The way to give a number of a sentence a name: it becomes a threshold that other sentences can share, in one step.
import type { Path } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AddDialog } from "../vocabulary/add-dialog.tsx";
import { addParameter } from "../vocabulary/grow.ts";
import { NewThreshold } from "../vocabulary/new-threshold.tsx";
import { setValue } from "./edit-leaf.ts";
import { useSentence } from "./sentence-context.ts";

export interface NameNumberProps {
  readonly at: Path;
  /** Which condition of the sentence, as its slots say it. */
  readonly name: string;
  readonly value: number;
}

export function NameNumber({ at, name, value }: NameNumberProps): ReactNode {
  const t = useTranslations("criteria");
  const tv = useTranslations("vocabulary.grow");
  const { root, scope, grow } = useSentence();
  if (grow === undefined) return null;
  return (
    <AddDialog label={t("nameNumber")} name={t("nameNumberOf", { name })} title={tv("newThreshold")} quiet>
      {(close) => (
        <NewThreshold
          said={value}
          onDone={close}
          onAdd={(parameter) => {
            const grown = { ...scope, ruleSet: addParameter(scope.ruleSet, parameter) };
            grow(
              t("nameNumber"),
              (r) => addParameter(r, parameter),
              setValue(root, at, { value: { parameter: parameter.id } }, grown),
            );
          }}
        />
      )}
    </AddDialog>
  );
}
