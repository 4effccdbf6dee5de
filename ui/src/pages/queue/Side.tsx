import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { t } from "@/messages";
import classes from "./Panel.module.css";

interface Props {
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Where the chosen post stands: beside the list, or as a dialog over it where there is no room for both. */
export function Side({ opened, onClose, children }: Props) {
  const narrow = useMediaQuery("(max-width: 68em)", undefined, { getInitialValueInEffect: false });
  if (narrow) {
    // The list closes it: Esc is its key too, unless a field or a sheet has the focus, and it takes the focus back.
    return (
      <Drawer.Root
        opened={opened}
        onClose={onClose}
        position="right"
        size="30rem"
        closeOnEscape={false}
        returnFocus={false}
        classNames={{ content: classes.drawer }}
      >
        <Drawer.Overlay />
        <Drawer.Content aria-label={t.queue.panel} data-page-part>
          {children}
        </Drawer.Content>
      </Drawer.Root>
    );
  }
  if (!opened) return null;
  return (
    <aside className={classes.panel} aria-label={t.queue.panel}>
      {children}
    </aside>
  );
}
