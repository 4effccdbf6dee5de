import {
  IconBookmark,
  IconChartBar,
  IconHeart,
  IconMessage,
  IconMessageCircle,
  IconRefresh,
  IconRepeat,
  IconSend,
  IconShare,
  IconStar,
  IconThumbUp,
  IconWorld,
  type Icon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AccountRef } from "@/api/types";
import { t } from "@/messages";
import { Avatar } from "./Avatar";
import classes from "./Preview.module.css";

interface Props {
  account: AccountRef;
  avatarUrl?: string | null;
  children: ReactNode;
  /** Another post of the thread follows below. */
  joined?: boolean;
  bare?: boolean;
}

/** What each network puts around a post: who says it above, what one can do with it below. */
export function Frame({ account, avatarUrl, children, joined = false, bare = false }: Props) {
  const Made = frames[account.platform] ?? LinkedIn;
  return (
    <Made account={account} avatarUrl={avatarUrl} joined={joined} bare={bare}>
      {children}
    </Made>
  );
}

function LinkedIn({ account, avatarUrl, children, bare }: Props) {
  return (
    <div className={classes.post} data-network="linkedin">
      <div className={classes.head}>
        <Avatar name={account.displayName} url={avatarUrl} size={44} />
        <span className={classes.who}>
          <strong>{account.displayName}</strong>
          <span className={classes.handle}>{account.handle}</span>
          <span className={classes.handle}>
            {t.preview.justNow} · <IconWorld size={12} aria-hidden="true" />
          </span>
        </span>
      </div>
      {children}
      {!bare && <Below icons={[IconThumbUp, IconMessage, IconRepeat, IconSend]} />}
    </div>
  );
}

function X({ account, avatarUrl, children, joined, bare }: Props) {
  return (
    <div className={classes.post} data-network="x" data-joined={joined || undefined}>
      <span className={classes.side}>
        <Avatar name={account.displayName} url={avatarUrl} size={40} />
      </span>
      <div className={classes.column}>
        <div className={classes.oneLine}>
          <strong>{account.displayName}</strong>
          <span className={classes.handle}>
            @{account.handle.replace(/^@/, "")} · {t.preview.justNow}
          </span>
        </div>
        {children}
        {!bare && <Below icons={[IconMessageCircle, IconRepeat, IconHeart, IconChartBar, IconBookmark]} />}
      </div>
    </div>
  );
}

function Mastodon({ account, avatarUrl, children, joined, bare }: Props) {
  return (
    <div className={classes.post} data-network="mastodon" data-joined={joined || undefined}>
      <div className={classes.head}>
        <Avatar name={account.displayName} url={avatarUrl} size={44} square />
        <span className={classes.who}>
          <strong>{account.displayName}</strong>
          <span className={classes.handle}>@{account.handle.replace(/^@/, "")}</span>
        </span>
        <span className={classes.atTheEnd}>
          <IconWorld size={13} aria-hidden="true" /> {t.preview.justNow}
        </span>
      </div>
      {children}
      {!bare && <Below icons={[IconMessageCircle, IconRefresh, IconStar, IconBookmark, IconShare]} />}
    </div>
  );
}

const frames: Record<string, (props: Props) => ReactNode> = { linkedin: LinkedIn, x: X, mastodon: Mastodon };

function Below({ icons }: { icons: Icon[] }) {
  return (
    <div className={classes.below} aria-hidden="true">
      {icons.map((One, index) => (
        <One key={index} size={17} stroke={1.5} />
      ))}
    </div>
  );
}
