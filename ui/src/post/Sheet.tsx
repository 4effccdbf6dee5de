import { Drawer, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState, type ReactNode } from "react";
import { t } from "@/messages";
import classes from "./Post.module.css";

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** For what needs more room than a form, such as a table. */
  wide?: boolean;
  children: ReactNode;
}

/** A dialog: in the middle of a screen, and from below on a phone, where the thumb is. */
export function Sheet({ opened, onClose, title, wide = false, children }: Props) {
  useReturnedFocus();
  const phone = useMediaQuery("(max-width: 47.99em)", undefined, { getInitialValueInEffect: false });
  const shared = { opened, onClose, title, closeButtonProps: { "aria-label": t.act.close } };
  const names = { title: classes.sheetTitle, body: classes.sheetBody };
  return phone ? (
    <Drawer {...shared} position="bottom" size="auto" classNames={{ ...names, content: classes.fromBelow }}>
      {children}
    </Drawer>
  ) : (
    <Modal {...shared} size={wide ? 920 : 480} classNames={names}>
      {children}
    </Modal>
  );
}

/** A sheet is there only while it is open, and Mantine returns the focus of one that stays. */
function useReturnedFocus() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus({ preventScroll: true });
    },
    [before],
  );
}
