import { Button } from "@mantine/core";
import { useState } from "react";
import { publishAtOf, useReschedule, type Choice, type Timing } from "@/api/decisions";
import { explainAbout } from "@/api/problem";
import type { Account, Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import { useNow } from "@/time/useNow";
import { clock } from "@/time/words";
import classes from "./Post.module.css";
import { Sheet } from "./Sheet";
import { choiceOf, TimePicker, timingOf } from "./TimePicker";

interface Props {
  variant: Variant;
  account?: Account;
  timing: Timing;
  /** What was chosen for a post that waits: it counts from its approval on. */
  onChoose?: (choice: Choice) => void;
  onClose: () => void;
}

/** Moves a post to another time. */
export function MoveSheet({ variant, account, timing, onChoose, onClose }: Props) {
  const zone = variant.talent.timeZone;
  const network = networkName(variant.account.platform);
  const now = useNow();
  const reschedule = useReschedule();
  const [choice, setChoice] = useState(() => choiceOf(timing, zone, now));
  const [wrong, setWrong] = useState<string>();
  const waits = variant.state === "awaiting_approval";

  function submit() {
    const chosen = timingOf(choice, zone, now);
    setWrong(typeof chosen === "string" ? chosen : undefined);
    if (typeof chosen === "string") return;
    const publishAt = chosen.kind === "best" ? account?.bestTime : (publishAtOf(chosen) ?? account?.nextSlot);
    if (waits && (publishAt === undefined || chosen.kind === "now" || !variant.actions.includes("reschedule"))) {
      onChoose?.(publishAt && (chosen.kind === "next" || chosen.kind === "best") ? { kind: "at", at: publishAt } : chosen);
      return onClose();
    }
    if (!publishAt) return setWrong(t.move.noSlot);
    reschedule.mutate(
      { variant, publishAt },
      {
        onSuccess: () => {
          onChoose?.(undefined);
          say(t.done.moved(network, chosen.kind === "now" ? t.time.now : clock(publishAt, zone)));
          onClose();
        },
      },
    );
  }

  return (
    <Sheet opened onClose={onClose} title={t.move.title(network)}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TimePicker
          choice={choice}
          onChange={setChoice}
          zone={zone}
          name={variant.talent.displayName}
          label=""
          words={{
            next: account?.nextSlot ? t.move.nextAt(clock(account.nextSlot, zone)) : t.move.next,
            best: account?.bestTime ? t.move.bestAt(clock(account.bestTime, zone)) : undefined,
            now: waits ? t.move.nowWaiting : t.move.now,
            pick: t.move.pick,
          }}
          error={wrong ?? explainAbout("publishAt", reschedule.error)}
        />
        {variant.state === "approved" && <p className={classes.hint}>{t.move.voids}</p>}
        <div className={classes.formEnd}>
          <Button type="button" variant="default" size="md" onClick={onClose}>
            {t.act.keep}
          </Button>
          <Button type="submit" size="md" loading={reschedule.isPending}>
            {t.move.submit}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
