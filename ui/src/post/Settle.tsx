import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSettle } from "@/api/decisions";
import { explainAbout } from "@/api/problem";
import type { Candidate, Variant } from "@/api/types";
import { t } from "@/messages";
import { outgoing } from "@/preview/count";
import { networkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import { useReader } from "@/shell/useReader";
import { canSettle } from "@/state/words";
import { Candidates } from "./Candidates";
import classes from "./Post.module.css";

/** Not sure it went out: both texts, what was sent and what was heard, and the question that settles it. */
export function Settle({ variant }: { variant: Variant }) {
  const network = networkName(variant.account.platform);
  const settle = useSettle();
  const [remoteUrl, setRemoteUrl] = useState("");
  const reader = useReader();
  const heard = variant.attempts.at(-1)?.detail;
  const asks = canSettle(variant);

  const doubt = variant.attempts.at(-1)?.doubt;

  function pick(found: Candidate) {
    settle.mutate(
      { variant, published: true, remoteId: found.remoteId, remoteUrl: found.url ?? undefined },
      { onSuccess: () => say(t.done.settled) },
    );
  }

  function answer(published: boolean) {
    settle.mutate(
      { variant, published, remoteUrl: published && remoteUrl ? remoteUrl : undefined },
      { onSuccess: () => say(t.done.settled) },
    );
  }

  return (
    <section className={classes.settle} aria-label={asks ? t.settle.question(network) : t.state.unknownChecking}>
      <h3>{asks ? t.settle.question(network) : t.state.unknownChecking}</h3>
      <p>{asks ? t.settle.lead(network) : t.settle.checking(network)}</p>
      <dl className={classes.both}>
        <div>
          <dt>{t.settle.sent}</dt>
          <dd className={classes.public}>{outgoing(variant.content.text, variant.content.link)}</dd>
        </div>
        <div>
          <dt>{t.settle.found(network)}</dt>
          <dd>
            <p>{heard || t.settle.nothing}</p>
            {asks && <p>{t.settle.look(network, reader.talentId ? undefined : variant.talent.displayName)}</p>}
            {variant.remoteUrl && (
              <a href={variant.remoteUrl} target="_blank" rel="noreferrer">
                {t.act.openLive(network)}
              </a>
            )}
          </dd>
        </div>
        {doubt && <Candidates doubt={doubt} network={network} onPick={asks ? pick : undefined} />}
      </dl>
      {asks && (
        <>
          <TextInput
            type="url"
            label={t.settle.link}
            description={t.settle.linkHelp}
            value={remoteUrl}
            onChange={(event) => setRemoteUrl(event.currentTarget.value)}
            error={explainAbout("remoteUrl", settle.error)}
          />
          <div className={classes.formEnd}>
            <Button variant="default" size="md" disabled={settle.isPending} onClick={() => answer(false)}>
              {t.settle.no}
            </Button>
            <Button size="md" loading={settle.isPending} onClick={() => answer(true)}>
              {t.settle.yes}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
