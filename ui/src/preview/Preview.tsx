import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { outgoing } from "./count";
import { Frame } from "./Frame";
import { LinkCard } from "./LinkCard";
import { networkName } from "./NetworkName";
import { Pictures } from "./Pictures";
import { Rich } from "./Rich";
import { Text } from "./Text";
import classes from "./Preview.module.css";

interface Props {
  variant: Variant;
  avatarUrl?: string | null;
}

/** A post as its network will show it: cut off, cropped and joined the same way. */
export function Preview({ variant, avatarUrl }: Props) {
  const { account, content } = variant;
  const posts = [outgoing(content.text, content.link), ...content.thread];
  const showsCard = content.link && content.media.length === 0;
  return (
    <div role="group" aria-label={t.preview.label(networkName(account.platform), account.displayName)} className={classes.preview}>
      {posts.map((text, index) => (
        <Frame key={index} account={account} avatarUrl={avatarUrl} joined={index < posts.length - 1}>
          {posts.length > 1 && <span className="unseen">{t.preview.threadOf(index + 1, posts.length)}</span>}
          <Text platform={account.platform} text={text} />
          {index === 0 && <Pictures platform={account.platform} media={content.media} />}
          {index === 0 && showsCard && content.link && <LinkCard url={content.link} />}
        </Frame>
      ))}
      {content.firstComment && (
        <div className={classes.comment}>
          <span className={classes.commentName}>{account.platform === "linkedin" ? t.preview.firstComment : t.preview.firstReply}</span>
          <span className={classes.text}>
            <Rich text={content.firstComment} />
          </span>
        </div>
      )}
    </div>
  );
}
