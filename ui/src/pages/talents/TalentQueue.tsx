import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { variantsQuery } from "@/api/queries";
import type { TalentDetail } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon } from "@/preview/NetworkName";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { pileOf, statesOf } from "@/state/piles";
import { StateLabel } from "@/state/StateLabel";
import { Waiting } from "@/table/Waiting";
import { GoesOut } from "@/time/GoesOut";
import classes from "./Talent.module.css";

const open = [...statesOf("care"), ...statesOf("waiting"), ...statesOf("going-out")];

/** What is under way for a talent. */
export function TalentQueue({ talent }: { talent: TalentDetail }) {
  const { data, error, refetch } = useInfiniteQuery(variantsQuery({ states: open, talent: talent.id }));
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={64} />;
  const variants = data.pages.flatMap((page) => page.items);
  if (variants.length === 0) return <div className={classes.card}><Place title={t.talents.queueNone(talent.displayName)} /></div>;
  return (
    <ul className={classes.card}>
      {variants.map((variant) => (
        <li key={variant.id} className={classes.row}>
          <NetworkIcon platform={variant.account.platform} />
          <div className={classes.text}>
            <Link to="/queue" search={{ show: pileOf(variant.state), post: variant.id, talent: talent.slug }}>
              {variant.post.title || variant.content.text}
            </Link>
            <StateLabel variant={variant} />
          </div>
          <span className={classes.at}><GoesOut variant={variant} /></span>
        </li>
      ))}
    </ul>
  );
}
