import { Button } from "@mantine/core";
import { useState } from "react";
import { useApprove, useRetry, type Choice } from "@/api/decisions";
import type { Account, Variant } from "@/api/types";
import { t } from "@/messages";
import { CancelSheet } from "@/post/CancelSheet";
import { MoveSheet } from "@/post/MoveSheet";
import { RejectSheet } from "@/post/RejectSheet";
import { proposed } from "@/post/timing";
import { networkName } from "@/preview/NetworkName";
import { useKeys } from "@/shell/keys";
import { say, sayError } from "@/shell/say";
import { useNow } from "@/time/useNow";
import classes from "./Panel.module.css";

interface Props {
  variant: Variant;
  account?: Account;
  onEdit: () => void;
}

type Doing = "reject" | "move" | "cancel";

/** What may be done with the chosen post by the person who reads: as the server says, and nothing else. */
export function Actions({ variant, account, onEdit }: Props) {
  const network = networkName(variant.account.platform);
  const now = useNow();
  const approve = useApprove();
  const retry = useRetry();
  const [doing, setDoing] = useState<Doing>();
  const [choice, setChoice] = useState<Choice>();
  const timing = choice ?? proposed(variant, now);
  const may = (action: Variant["actions"][number]) => variant.actions.includes(action);
  const done = () => setDoing(undefined);
  const yes = () => approve.mutate({ variant, choice }, { onSuccess: () => say(t.done.approved(network)), onError: sayError });

  useKeys({
    ...(may("approve") && { a: yes }),
    ...(may("edit") && { e: onEdit }),
    ...(may("reject") && { r: () => setDoing("reject") }),
    ...(may("reschedule") && { m: () => setDoing("move") }),
  });

  const waitsForTalent = variant.state === "awaiting_approval" && !may("approve");
  const nothing = !waitsForTalent && !["approve", "edit", "reject", "reschedule", "retry", "cancel"].some((one) => variant.actions.some((action) => action === one));
  if (nothing) return null;
  return (
    <footer className={classes.actions}>
      {waitsForTalent && <p className={classes.note}>{t.queue.waitsForTalent(variant.talent.displayName)}</p>}
      <div className={classes.buttons}>
        {may("approve") && (
          <Button loading={approve.isPending} onClick={yes}>
            {t.act.approveFor(network)}
          </Button>
        )}
        {may("retry") && (
          <Button
            loading={retry.isPending}
            onClick={() => retry.mutate({ variant }, { onSuccess: () => say(t.done.retried(network)), onError: sayError })}
          >
            {t.act.retry}
          </Button>
        )}
        {may("edit") && (
          <Button variant="default" onClick={onEdit}>
            {t.act.edit}
          </Button>
        )}
        {may("reschedule") && (
          <Button variant="default" onClick={() => setDoing("move")}>
            {t.act.move}
          </Button>
        )}
        {may("reject") && (
          <Button variant="default" onClick={() => setDoing("reject")}>
            {t.act.reject}
          </Button>
        )}
        {may("cancel") && (
          <Button variant="subtle" color="red" className={classes.last} onClick={() => setDoing("cancel")}>
            {t.act.cancel}
          </Button>
        )}
      </div>
      {doing === "reject" && <RejectSheet variant={variant} onClose={done} />}
      {doing === "cancel" && <CancelSheet variant={variant} onClose={done} />}
      {doing === "move" && <MoveSheet variant={variant} account={account} timing={timing} onChoose={setChoice} onClose={done} />}
    </footer>
  );
}
