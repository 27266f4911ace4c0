// The shortcuts that are at hand.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../ui/dialog.tsx";

const shortcuts = ["palette", "help", "rail", "undo", "redo"] as const;
const onSimulation = ["baseline", "failing"] as const;

export interface ShortcutsDialogProps {
  /** Whether the simulation is on screen, which has keys of its own. */
  readonly simulation: boolean;
  readonly onClose: () => void;
}

export function ShortcutsDialog({ simulation, onClose }: ShortcutsDialogProps): ReactNode {
  const t = useTranslations("frame.shortcuts");
  return (
    <Dialog opened onClose={onClose} title={t("title")}>
      <table className="j-table">
        <thead>
          <tr>
            <th scope="col">{t("keys")}</th>
            <th scope="col">{t("does")}</th>
          </tr>
        </thead>
        <tbody>
          {[...shortcuts, ...(simulation ? onSimulation : [])].map((name) => (
            <tr key={name}>
              <th scope="row">
                <kbd>{t(`key.${name}`)}</kbd>
              </th>
              <td>{t(`what.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
