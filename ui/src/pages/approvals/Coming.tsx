import { IconExternalLink } from "@tabler/icons-react";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { Settle } from "@/post/Settle";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { StateLabel } from "@/state/StateLabel";
import { clock } from "@/time/words";
import classes from "./Approvals.module.css";

interface Props {
  /** What isn't among the cards above. */
  variants: Variant[];
  live: Variant[];
}

const RECENT = 8;
const troubled = new Set(["unknown", "failed", "blocked"]);

/** What the talent has decided: what needs another look, what goes out, what is live. */
export function Coming({ variants, live }: Props) {
  const look = variants.filter((variant) => troubled.has(variant.state));
  const comingUp = variants.filter((variant) => !troubled.has(variant.state));
  const newest = live.toSorted((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? "")).slice(0, RECENT);
  return (
    <>
      <Group title={t.portal.look} variants={look} />
      <Group title={t.portal.comingUp} variants={comingUp} />
      <Group title={t.portal.recent} variants={newest} />
    </>
  );
}

function Group({ title, variants }: { title: string; variants: Variant[] }) {
  if (variants.length === 0) return null;
  return (
    <section className={classes.group} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {variants.map((variant) => (
          <li key={variant.id} className={classes.row}>
            <NetworkIcon platform={variant.account.platform} />
            <div className={classes.rowText}>
              <p className={classes.said}>{variant.content.text}</p>
              <div className={classes.rowFacts}>
                <StateLabel variant={variant} wrap />
                {variant.state === "approved" && variant.publishAt && (
                  <span>{t.when.goesOut(clock(variant.publishAt, variant.talent.timeZone))}</span>
                )}
                {variant.remoteUrl && (
                  <a className={classes.live} href={variant.remoteUrl} target="_blank" rel="noreferrer">
                    {t.act.openLive(networkName(variant.account.platform))} <IconExternalLink size={14} aria-hidden="true" />
                  </a>
                )}
              </div>
              {variant.state === "unknown" && <Settle variant={variant} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
