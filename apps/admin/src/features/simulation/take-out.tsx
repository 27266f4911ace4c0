// The rows that are shown, as a file for a spreadsheet or on paper.
import type { Decision, DraftCriterion } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { csvText } from "../../ui/csv.ts";
import { saveFile } from "../../ui/save-file.ts";
import { simulationLines } from "./export-simulation.ts";
import type { SimulatedRow } from "./simulate.ts";
import { useSimulationWords } from "./simulation-words.ts";

export interface TakeOutProps {
  readonly rows: readonly SimulatedRow[];
  readonly columns: readonly DraftCriterion[];
  readonly decision: Decision | undefined;
  readonly onPaper: () => void;
}

export function TakeOut({ rows, columns, decision, onPaper }: TakeOutProps): ReactNode {
  const t = useTranslations("simulation.out");
  const { program } = useWorkspace();
  const words = useSimulationWords(decision);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => saveFile(`simulation-${program}.csv`, csvText(simulationLines(rows, columns, words)))}
      >
        {t("csv")}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={onPaper}>
        {t("paper")}
      </Button>
    </>
  );
}
