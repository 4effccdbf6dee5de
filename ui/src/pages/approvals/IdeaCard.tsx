import { useCallback, useId, useState } from "react";
import type { Choice } from "@/api/decisions";
import type { Account } from "@/api/types";
import { t } from "@/messages";
import { proposed } from "@/post/timing";
import { useApproval } from "@/post/useApproval";
import { networkName } from "@/preview/NetworkName";
import { useNow } from "@/time/useNow";
import { When } from "@/time/When";
import { ApproveAll } from "./ApproveAll";
import classes from "./Approvals.module.css";
import { Line } from "./Line";
import { waits, type Idea } from "./ideas";
import { Version } from "./Version";

interface Props {
  idea: Idea;
  accounts: Account[];
  avatarUrl?: string | null;
}

/** One idea, its version for each network, and the yes to all of them. */
export function IdeaCard({ idea, accounts, avatarUrl }: Props) {
  const heading = useId();
  const { approve, isPending } = useApproval();
  const now = useNow();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [editing, setEditing] = useState<ReadonlySet<string>>(new Set());
  const edits = useCallback((id: string, open: boolean) => {
    setEditing((before) => new Set(open ? [...before, id] : [...before].filter((other) => other !== id)));
  }, []);
  // What was decided before stands below in a line; what is decided now stays where it is.
  const [before] = useState(() => new Set(idea.variants.filter((variant) => !waits(variant)).map((variant) => variant.id)));
  const inFull = idea.variants.filter((variant) => waits(variant) || !before.has(variant.id));
  const inShort = idea.variants.filter((variant) => !inFull.includes(variant));
  const waiting = idea.variants.filter(waits);
  const mayApprove = waiting.filter((variant) => variant.actions.includes("approve"));
  const first = idea.variants[0];
  if (!first) return null;

  const approveAll = () => void approve(mayApprove.map((variant) => ({ variant, choice: choices[variant.id] })));

  return (
    <article className={classes.idea} aria-labelledby={heading}>
      <header className={classes.ideaHead}>
        <h2 id={heading}>{idea.post.title || t.portal.noTitle}</h2>
        <p>
          {t.origin[idea.post.origin]?.(first.talent.displayName)}
          {idea.post.series && `, ${t.series.partOf(idea.post.series.name)}`} · <When at={idea.post.createdAt} zone={first.talent.timeZone} />
        </p>
        {idea.post.idea && <p className={classes.thought}>{idea.post.idea}</p>}
      </header>
      {inFull.map((variant) => (
        <Version
          key={variant.id}
          variant={variant}
          account={accounts.find((account) => account.id === variant.account.id)}
          avatarUrl={avatarUrl}
          timing={choices[variant.id] ?? proposed(variant, now)}
          choice={choices[variant.id]}
          onEditing={edits}
          onChoose={(choice) => setChoices((before) => ({ ...before, [variant.id]: choice }))}
        />
      ))}
      {inShort.length > 0 && (
        <ul className={classes.short}>
          {inShort.map((variant) => (
            <Line key={variant.id} variant={variant} />
          ))}
        </ul>
      )}
      {mayApprove.length > 1 && (
        <ApproveAll
          count={mayApprove.length}
          editing={mayApprove.filter((variant) => editing.has(variant.id)).map((variant) => networkName(variant.account.platform))}
          loading={isPending}
          onApprove={approveAll}
        />
      )}
      {waiting.length === 0 && <p className={classes.decided}>{t.portal.allDone}</p>}
    </article>
  );
}
