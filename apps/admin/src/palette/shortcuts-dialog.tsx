// The shortcuts that are at hand.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../ui/dialog.tsx";

const shortcuts = ["palette", "help", "rail", "undo", "redo"] as const;
const ofScreen = {
  simulation: ["baseline", "failing"],
  review: ["nextChange", "previousChange", "seeChange", "comment"],
} as const;

export interface ShortcutsDialogProps {
  /** The screen, where it has keys of its own. */
  readonly screen: keyof typeof ofScreen | undefined;
  readonly onClose: () => void;
}

export function ShortcutsDialog({ screen, onClose }: ShortcutsDialogProps): ReactNode {
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
          {[...shortcuts, ...(screen ? ofScreen[screen] : [])].map((name) => (
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
