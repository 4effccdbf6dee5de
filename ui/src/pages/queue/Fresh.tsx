import { UnstyledButton } from "@mantine/core";
import { t } from "@/messages";
import classes from "./Queue.module.css";

/** "3 new": announced, and shown when asked for. */
export function Fresh({ n, onShow }: { n: number; onShow: () => void }) {
  return (
    <div role="status">
      {n > 0 && (
        <UnstyledButton className={classes.fresh} aria-label={t.live.showFresh(n)} onClick={onShow}>
          {t.live.fresh(n)}
        </UnstyledButton>
      )}
    </div>
  );
}
