// What was pasted, before it is taken: every cell that would change, before and after, and what cannot be taken. One step.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import type { Paste } from "./paste.ts";

export interface PasteDialogProps {
  /** Null when nothing was pasted. */
  readonly paste: Paste | null;
  readonly onTake: (paste: Paste) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ paste, onTake, onClose }: PasteDialogProps): ReactNode {
  const t = useTranslations("table.paste");
  return (
    <Dialog opened={paste !== null} onClose={onClose} title={t("title")} wide>
      {paste === null ? null : <Plan paste={paste} onTake={onTake} onClose={onClose} />}
    </Dialog>
  );
}

function Plan({ paste, onTake, onClose }: PasteDialogProps & { readonly paste: Paste }): ReactNode {
  const t = useTranslations("table.paste");
  const tc = useTranslations("common");
  const { writes, left } = paste;
  return (
    <div className="j-stack">
      <output>{t("changes", { count: writes.length })}</output>
      {writes.length === 0 ? null : (
        <Scroll label={t("changes", { count: writes.length })}>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t("cell")}</th>
                <th scope="col">{t("before")}</th>
                <th scope="col">{t("after")}</th>
              </tr>
            </thead>
            <tbody>
              {writes.map((write) => (
                <tr key={write.cell}>
                  <th scope="row">
                    {write.criterion} <span className="j-small">{write.heading}</span>
                  </th>
                  <td>{write.before}</td>
                  <td>{write.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {left.length === 0 ? null : (
        <Notice title={t("left", { count: left.length })}>
          <ul>
            {left.slice(0, 20).map(({ text, criterion, heading, why }, i) => (
              // The same text can be left at several places.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={i}>
                {criterion === "" ? "" : `${criterion}, ${heading} – `}
                {t(`why.${why}`, { text })}
              </li>
            ))}
          </ul>
          {left.length > 20 ? <p>{t("more", { count: left.length - 20 })}</p> : null}
        </Notice>
      )}
      <div className="j-row">
        {writes.length === 0 ? null : (
          <Button onClick={() => onTake(paste)}>{t("take", { count: writes.length })}</Button>
        )}
        <Button variant="default" onClick={onClose}>
          {writes.length === 0 ? tc("close") : tc("cancel")}
        </Button>
      </div>
    </div>
  );
}
