import { IconExternalLink } from "@tabler/icons-react";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { Altered } from "@/post/Altered";
import { FollowUps } from "@/post/FollowUps";
import { Settle } from "@/post/Settle";
import { TakeBack } from "@/post/TakeBack";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { StateLabel } from "@/state/StateLabel";
import { clock } from "@/time/words";
import classes from "./Approvals.module.css";

/** A version that was decided about, in a line or two. */
export function Line({ variant }: { variant: Variant }) {
  const network = networkName(variant.account.platform);
  return (
    <li className={classes.row}>
      <NetworkIcon platform={variant.account.platform} />
      <div className={classes.rowText}>
        <p className={classes.said}>{variant.content.text}</p>
        <div className={classes.rowFacts}>
          <span className="unseen">{network}</span>
          <StateLabel variant={variant} wrap />
          {variant.state === "approved" && variant.publishAt && (
            <span>{t.when.goesOut(clock(variant.publishAt, variant.talent.timeZone))}</span>
          )}
          {variant.remoteUrl && (
            <a className={classes.live} href={variant.remoteUrl} target="_blank" rel="noreferrer">
              {t.act.openLive(network)} <IconExternalLink size={14} aria-hidden="true" />
            </a>
          )}
        </div>
        <TakeBack variant={variant} look="subtle" />
        {variant.state === "unknown" && <Settle variant={variant} />}
        <Altered variant={variant} />
        <FollowUps variant={variant} />
      </div>
    </li>
  );
}
