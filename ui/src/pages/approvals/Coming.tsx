import type { Variant } from "@/api/types";
import { t } from "@/messages";
import classes from "./Approvals.module.css";
import { Line } from "./Line";

const RECENT = 8;
const troubled = new Set(["unknown", "failed", "blocked"]);
const underWay = new Set(["approved", "queued", "publishing"]);
const closed = new Set(["rejected", "cancelled"]);

/** What isn't among the cards above: what needs another look, what goes out, what is live, what was closed. */
export function Coming({ variants }: { variants: Variant[] }) {
  const look = variants.filter((variant) => troubled.has(variant.state));
  const comingUp = variants.filter((variant) => underWay.has(variant.state));
  const newest = variants
    .filter((variant) => variant.state === "published")
    .sort((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""))
    .slice(0, RECENT);
  const stopped = variants
    .filter((variant) => closed.has(variant.state))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, RECENT);
  return (
    <>
      <Group title={t.portal.look} variants={look} />
      <Group title={t.portal.comingUp} variants={comingUp} />
      <Group title={t.portal.recent} variants={newest} />
      <Group title={t.portal.stopped} variants={stopped} />
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
          <Line key={variant.id} variant={variant} />
        ))}
      </ul>
    </section>
  );
}
