import type { ReactNode } from "react";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { clock, exact } from "@/time/words";
import { When } from "@/time/When";
import classes from "./Panel.module.css";

/** Where a post comes from, who decided, when it goes out and why then. */
export function Facts({ variant }: { variant: Variant }) {
  const zone = variant.talent.timeZone;
  const { window, post } = variant;
  const bounds = [
    window?.notBefore && t.queue.from(clock(window.notBefore, zone)),
    window?.notAfter && t.queue.until(clock(window.notAfter, zone)),
  ].filter(Boolean);
  return (
    <dl className={classes.facts}>
      {variant.publishAt && (
        <Fact name={t.queue.goesOut}>
          <span title={exact(variant.publishAt, zone)}>{clock(variant.publishAt, zone)}</span>
        </Fact>
      )}
      {variant.scheduleReason && <Fact name={t.queue.moved}>{variant.scheduleReason}</Fact>}
      {bounds.length > 0 && <Fact name={t.queue.window}>{bounds.join(", ")}</Fact>}
      {variant.decidedBy && <Fact name={t.queue.decided}>{variant.decidedBy}</Fact>}
      {post.idea && <Fact name={t.queue.idea}>{post.idea}</Fact>}
      <Fact name={t.queue.created}>
        <When at={variant.createdAt} zone={zone} />, {t.origin[post.origin]?.(variant.talent.displayName)}
        {post.series ? `, ${t.series.partOf(post.series.name)}` : post.requestName && ` (${post.requestName})`}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
