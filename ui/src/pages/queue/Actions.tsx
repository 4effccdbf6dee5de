import { Button } from "@mantine/core";
import { useState } from "react";
import type { Choice } from "@/api/decisions";
import type { Account, Variant } from "@/api/types";
import { t } from "@/messages";
import { CancelSheet } from "@/post/CancelSheet";
import { MoveSheet } from "@/post/MoveSheet";
import { RejectSheet } from "@/post/RejectSheet";
import { TakeBack } from "@/post/TakeBack";
import { proposed } from "@/post/timing";
import { useRetrying } from "@/post/useRetrying";
import { useApproval, useTakingBack } from "@/post/useApproval";
import { networkName } from "@/preview/NetworkName";
import { useKeys } from "@/shell/keys";
import { useNow } from "@/time/useNow";
import classes from "./Panel.module.css";

interface Props {
  variant: Variant;
  account?: Account;
  onEdit: () => void;
}

const offered = ["approve", "edit", "take_back", "reject", "reschedule", "retry", "cancel"] as const;

type Doing = "reject" | "move" | "cancel";

/** What may be done with the chosen post by the person who reads: as the server says, and nothing else. */
export function Actions({ variant, account, onEdit }: Props) {
  const network = networkName(variant.account.platform);
  const now = useNow();
  const { approve, isPending } = useApproval();
  const { takeBack } = useTakingBack();
  const retrying = useRetrying();
  const [doing, setDoing] = useState<Doing>();
  const [choice, setChoice] = useState<Choice>();
  const timing = choice ?? proposed(variant, now);
  const may = (action: Variant["actions"][number]) => variant.actions.includes(action);
  const done = () => setDoing(undefined);
  const yes = () => void approve([{ variant, choice }]);

  useKeys({
    ...(may("approve") && { a: yes }),
    ...(may("take_back") && { u: () => void takeBack([variant]) }),
    ...(may("edit") && { e: onEdit }),
    ...(may("reject") && { r: () => setDoing("reject") }),
    ...(may("reschedule") && { m: () => setDoing("move") }),
  });

  const waitsForTalent = variant.state === "awaiting_approval" && !may("approve");
  const nothing = !waitsForTalent && !offered.some(may);
  if (nothing) return null;
  return (
    <footer className={classes.actions}>
      {waitsForTalent && <p className={classes.note}>{t.queue.waitsForTalent(variant.talent.displayName)}</p>}
      <div className={classes.buttons}>
        {may("approve") && (
          <Button loading={isPending} onClick={yes}>
            {t.act.approveFor(network)}
          </Button>
        )}
        {may("retry") && (
          <Button
            loading={retrying.isPending}
            onClick={() => retrying.retry(variant)}
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
        <TakeBack variant={variant} look="default" />
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
