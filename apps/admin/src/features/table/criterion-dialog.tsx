// The sentence of a criterion over its table: changed there, read in the table at once. Escape goes back to the cell.
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { AppLink } from "../../ui/link.tsx";
import { CriterionSentence } from "../criteria/criterion-editor.tsx";

export interface CriterionDialogProps {
  /** The criterion that is open; null when none is. */
  readonly id: string | null;
  readonly onClose: () => void;
}

export function CriterionDialog({ id, onClose }: CriterionDialogProps): ReactNode {
  const t = useTranslations("table");
  const { ruleSet, program, lang } = useWorkspace();
  const criterion = ruleSet.criteria.find((c) => c.id === id);
  const title = criterion ? `${criterion.id} ${textIn(criterion.title, lang)}`.trim() : "";
  return (
    <Dialog opened={criterion !== undefined} onClose={onClose} title={title} wide>
      {criterion ? (
        <div className="j-stack">
          <CriterionSentence criterion={criterion} />
          <AppLink href={programPaths(program).criterion(criterion.id)}>{t("openCriterion")}</AppLink>
        </div>
      ) : null}
    </Dialog>
  );
}
