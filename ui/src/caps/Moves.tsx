import type { CapsPlan, PlannedPost } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { Tone } from "@/table/Tone";
import { clock, exact } from "@/time/words";
import classes from "./OwnCaps.module.css";

/** What becomes of the posts that are scheduled: how many move, and each with its old and new time and why. */
export function Moves({ plan }: { plan: CapsPlan }) {
  return (
    <>
      <p>
        <strong>{t.caps.moves(plan.moving)}</strong> {plan.needingApproval > 0 && t.caps.voids(plan.needingApproval)}{" "}
        {plan.staying > 0 && t.caps.stay(plan.staying)}
      </p>
      {plan.posts.length > 0 && (
        <details className={classes.moves}>
          <summary>{t.caps.which}</summary>
          <ul>
            {plan.posts.map((post) => (
              <Move key={post.variantId} post={post} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Move({ post }: { post: PlannedPost }) {
  const zone = post.talent.timeZone;
  return (
    <li>
      <span className={classes.post}>
        <NetworkIcon platform={post.account.platform} />
        <strong>{post.title || t.portal.noTitle}</strong>
        <span className={classes.hint}>{networkName(post.account.platform)}</span>
      </span>
      <span>
        {post.publishAt && <Clock at={post.publishAt} zone={zone} />} {post.at ? t.caps.to : t.caps.noTime} {post.at && <Clock at={post.at} zone={zone} strong />}
      </span>
      {post.needsApproval && <Tone level="amber">{t.caps.needsYes}</Tone>}
      {!post.at && <Tone level="red">{t.caps.held}</Tone>}
      <span className={classes.hint}>{post.reason}</span>
    </li>
  );
}

function Clock({ at, zone, strong = false }: { at: string; zone: string; strong?: boolean }) {
  const time = (
    <time dateTime={at} title={exact(at, zone)}>
      {clock(at, zone)}
    </time>
  );
  return strong ? <strong>{time}</strong> : time;
}
