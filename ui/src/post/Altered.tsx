import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { outgoing } from "@/preview/count";
import { networkName } from "@/preview/NetworkName";
import classes from "./Post.module.css";

/** A post that came out with another text than was sent: both, side by side. */
export function Altered({ variant }: { variant: Variant }) {
  if (!variant.alteredText) return null;
  const network = networkName(variant.account.platform);
  return (
    <section className={classes.settle} aria-label={t.settle.altered(network)}>
      <h3>{t.settle.altered(network)}</h3>
      <dl className={classes.both}>
        <div>
          <dt>{t.settle.sent}</dt>
          <dd className={classes.public}>{outgoing(variant.content.text, variant.content.link)}</dd>
        </div>
        <div>
          <dt>{t.settle.shows(network)}</dt>
          <dd className={classes.public}>{variant.alteredText}</dd>
        </div>
      </dl>
    </section>
  );
}
