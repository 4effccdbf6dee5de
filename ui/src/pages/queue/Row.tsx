import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { StateLabel } from "@/state/StateLabel";
import { GoesOut } from "@/time/GoesOut";
import classes from "./Queue.module.css";

interface Props {
  variant: Variant;
  selected: boolean;
  chosen: boolean;
  /** Missing where a row can't be chosen at all. */
  onChoose?: () => void;
}

/** One post in the list. */
export function Row({ variant, selected, chosen, onChoose }: Props) {
  const title = variant.post.title || t.portal.noTitle;
  return (
    <li className={classes.line} data-chosen={chosen || undefined}>
      {onChoose && (
        <label className={classes.choose}>
          <Checkbox
            aria-label={t.queue.choose(networkName(variant.account.platform), title)}
            checked={chosen}
            onChange={onChoose}
          />
        </label>
      )}
      <Link
        to="/queue"
        search={(before) => ({ ...before, post: variant.id })}
        className={classes.row}
        data-row={variant.id}
        aria-current={selected ? "true" : undefined}
        activeProps={{}}
        resetScroll={false}
      >
        <NetworkIcon platform={variant.account.platform} />
        <span className="unseen">{networkName(variant.account.platform)}</span>
        <span className={classes.what}>
          <span className={classes.title}>{title}</span>
          <span className={classes.excerpt}>{variant.content.text}</span>
        </span>
        <span className={classes.talent}>{variant.talent.displayName}</span>
        <span className={classes.state}>
          <StateLabel variant={variant} />
        </span>
        <span className={classes.at}>
          {variant.state !== "published" && <GoesOut variant={variant} />}
        </span>
      </Link>
    </li>
  );
}
