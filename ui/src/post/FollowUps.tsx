import { Button } from "@mantine/core";
import { useFollowUpDecision } from "@/api/decisions";
import { explain } from "@/api/problem";
import type { FollowUp, FollowUpAction, Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import { Candidates } from "./Candidates";
import classes from "./Post.module.css";

/** What follows a post that is out, where something of it isn't out yet or needs somebody. */
export function FollowUps({ variant }: { variant: Variant }) {
  const network = networkName(variant.account.platform);
  const open = variant.followUps.filter((part) => part.state !== "done" || part.alteredText);
  if (open.length === 0) return null;
  return (
    <section className={classes.settle} aria-label={t.follow.title}>
      <h3>{t.follow.title}</h3>
      {open.map((part) => (
        <Part key={part.position} variant={variant} part={part} network={network} />
      ))}
    </section>
  );
}

function Part({ variant, part, network }: { variant: Variant; part: FollowUp; network: string }) {
  const decide = useFollowUpDecision();

  function act(decision: FollowUpAction, remoteId?: string, remoteUrl?: string) {
    decide.mutate({ variant, part, decision, remoteId, remoteUrl }, { onSuccess: () => say(t.done.settled) });
  }

  return (
    <div role="group" aria-label={part.name}>
      <p>
        <strong>{t.follow.name(part.name)}</strong> {part.reason ?? part.stateText}
      </p>
      <dl className={classes.both}>
        <div>
          <dt>{t.follow.ours}</dt>
          <dd className={classes.public}>{part.text}</dd>
        </div>
        {part.alteredText && (
          <div>
            <dt>{t.settle.shows(network)}</dt>
            <dd className={classes.public}>{part.alteredText}</dd>
          </div>
        )}
        {part.doubt && (
          <Candidates
            doubt={part.doubt}
            network={network}
            onPick={part.actions.includes("done") ? (found) => act("done", found.remoteId, found.url ?? undefined) : undefined}
          />
        )}
      </dl>
      {part.state === "unknown" && !part.doubt && part.actions.length === 0 && <p>{t.settle.checking(network)}</p>}
      {decide.error && <p role="alert">{explain(decide.error)}</p>}
      <div className={classes.formEnd}>
        {part.actions.map((action) => (
          <Button key={action} variant="default" size="md" disabled={decide.isPending} onClick={() => act(action)}>
            {t.follow.act[action]}
          </Button>
        ))}
      </div>
    </div>
  );
}
