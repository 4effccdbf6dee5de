import type { PlannedPost, SpacingPlan } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import table from "@/table/Table.module.css";
import { Tone } from "@/table/Tone";
import { clock, exact } from "@/time/words";
import classes from "./Spacing.module.css";

/** Every post with its old and its new time and the rule that set it, and what that means in a sentence. */
export function PlanTable({ plan }: { plan: SpacingPlan }) {
  return (
    <>
      <p role="status">
        {t.space.sum(plan.moving, plan.posts.length - plan.moving)}{" "}
        {plan.needingApproval > 0 && <strong className={classes.voids}>{t.space.voids(plan.needingApproval, plan.moving)}</strong>}
      </p>
      <div className={`${table.frame} ${classes.plan}`} role="region" aria-label={t.space.plan} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.space.post}</th>
              <th scope="col">{t.space.before}</th>
              <th scope="col">{t.space.after}</th>
              <th scope="col">{t.space.why}</th>
            </tr>
          </thead>
          <tbody>
            {plan.posts.map((post) => (
              <Line key={post.variantId} post={post} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Line({ post }: { post: PlannedPost }) {
  const zone = post.talent.timeZone;
  return (
    <tr>
      <td>
        <span className={table.who}>
          <NetworkIcon platform={post.account.platform} />
          <span className={table.stack}>
            <strong>{post.title || t.portal.noTitle}</strong>
            <span className={`${table.soft} ${table.small}`}>
              {post.talent.displayName}, {networkName(post.account.platform)}
            </span>
          </span>
        </span>
      </td>
      <td data-label={t.space.before} className={`${table.soft} ${table.nowrap}`}>
        {post.publishAt ? <Clock at={post.publishAt} zone={zone} /> : t.space.noTime}
      </td>
      <td data-label={t.space.after}>
        <span className={table.stack}>
          {post.moves && post.at ? (
            <strong className={table.nowrap}>
              <Clock at={post.at} zone={zone} />
            </strong>
          ) : (
            <span className={table.soft}>{post.at ? t.space.same : t.space.stays}</span>
          )}
          {post.needsApproval && <Tone level="amber">{t.space.needsYes(post.talent.displayName)}</Tone>}
        </span>
      </td>
      <td className={`${table.soft} ${table.small}`}>{post.reason}</td>
    </tr>
  );
}

function Clock({ at, zone }: { at: string; zone: string }) {
  return (
    <time dateTime={at} title={exact(at, zone)}>
      {clock(at, zone)}
    </time>
  );
}
