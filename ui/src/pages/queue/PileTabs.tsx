import { Link } from "@tanstack/react-router";
import { t } from "@/messages";
import { pileNames, type Pile } from "@/state/piles";
import classes from "./Queue.module.css";

const names: Record<Pile, string> = {
  waiting: t.queue.waiting,
  "going-out": t.queue.goingOut,
  live: t.queue.live,
  care: t.queue.care,
  closed: t.queue.closed,
};

/** Which posts are shown. */
export function PileTabs({ pile }: { pile: Pile }) {
  return (
    <nav aria-label={t.queue.show} className={classes.tabs}>
      {pileNames.map((name) => (
        <Link
          key={name}
          to="/queue"
          search={(before) => ({ talent: before.talent, words: before.words, show: name })}
          className={classes.tab}
          aria-current={name === pile ? "page" : undefined}
          data-on={name === pile || undefined}
          activeProps={{}}
        >
          {names[name]}
        </Link>
      ))}
    </nav>
  );
}
