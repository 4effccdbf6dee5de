import { Button } from "@mantine/core";
import { t } from "@/messages";
import classes from "./Queue.module.css";

interface Props {
  chosen: number;
  of: number;
  onAll: () => void;
  onNone: () => void;
  onSpace: () => void;
}

/** What can be done with the chosen posts. */
export function ChosenBar({ chosen, of, onAll, onNone, onSpace }: Props) {
  return (
    <div className={classes.chosen}>
      <span role="status">{t.queue.chosen(chosen)}</span>
      {chosen < of && (
        <Button variant="subtle" onClick={onAll}>
          {t.queue.chooseAll(of)}
        </Button>
      )}
      <Button variant="subtle" onClick={onNone}>
        {t.queue.chooseNone}
      </Button>
      <Button onClick={onSpace}>{t.space.open}</Button>
    </div>
  );
}
