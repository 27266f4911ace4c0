// A dialog: titled, closed by Escape or its button, focus kept inside and given back. The library's own header element is
// left out, because a second banner on the page confuses the landmarks.
import { Modal } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import classes from "./page.module.css";

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  /** Over any other dialog that is open. */
  readonly above?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ opened, onClose, title, wide = false, above = false, children }: DialogProps) {
  const t = useTranslations("common");
  useFocusBack(opened);
  return (
    // Locking the scroll injects a style element, which the content security policy forbids.
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={wide ? "xl" : "md"}
      centered
      zIndex={above ? 300 : 200}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.dialogHead}>
          <Modal.Title className={classes.dialogTitle ?? ""}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t("close")} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The library gives the focus back when it is told to close; a dialog may as well be taken off the page while it is open. */
function useFocusBack(opened: boolean): void {
  useEffect(() => {
    const opener = document.activeElement;
    if (!opened || !(opener instanceof HTMLElement)) return undefined;
    return () => opener.focus({ preventScroll: true });
  }, [opened]);
}
