import { Link } from "@tanstack/react-router";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon } from "@/preview/NetworkName";
import { Place } from "@/shell/Place";
import { pileOf } from "@/state/piles";
import { StateLabel } from "@/state/StateLabel";
import { GoesOut } from "@/time/GoesOut";
import classes from "./Overview.module.css";

/** The next posts to go out. */
export function NextList({ variants }: { variants: Variant[] }) {
  if (variants.length === 0) return <div className={classes.card}><Place title={t.overview.nextNone} /></div>;
  return (
    <ul className={classes.card}>
      {variants.map((variant) => (
        <li key={variant.id} className={classes.next}>
          <NetworkIcon platform={variant.account.platform} />
          <div className={classes.nextText}>
            <Link to="/queue" search={{ show: pileOf(variant.state), post: variant.id }}>
              {variant.post.title || variant.content.text}
            </Link>
            <span>
              {variant.talent.displayName} · <StateLabel variant={variant} />
            </span>
          </div>
          <span className={classes.at}><GoesOut variant={variant} /></span>
        </li>
      ))}
    </ul>
  );
}
