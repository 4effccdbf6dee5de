import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { When } from "@/time/When";
import classes from "./Panel.module.css";

/** Every try to send the post, and what the network said. */
export function History({ variant }: { variant: Variant }) {
  if (variant.attempts.length === 0) return null;
  return (
    <section className={classes.history} aria-label={t.queue.history}>
      <h3>{t.queue.history}</h3>
      <ol>
        {variant.attempts.map((attempt) => (
          <li key={attempt.number}>
            <span className={classes.attempt}>{t.queue.attempt(attempt.number)}</span>
            <span>
              {t.queue.outcomes[attempt.outcome] ?? attempt.outcome}
              {attempt.detail && <span className={classes.detail}>{attempt.detail}</span>}
            </span>
            <span className={classes.detail}>
              <When at={attempt.finishedAt ?? attempt.startedAt} zone={variant.talent.timeZone} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
