import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { useApprove, useRetry, type Timing } from "@/api/decisions";
import type { Account, Variant } from "@/api/types";
import { t } from "@/messages";
import { EditForm } from "@/post/EditForm";
import { limitsOf } from "@/post/limits";
import { MoveSheet } from "@/post/MoveSheet";
import { RejectSheet } from "@/post/RejectSheet";
import { Settle } from "@/post/Settle";
import { timingWords } from "@/post/timing";
import { Count } from "@/preview/Count";
import { NetworkName, networkName } from "@/preview/NetworkName";
import { Preview } from "@/preview/Preview";
import { say, sayError } from "@/shell/say";
import { StateLabel } from "@/state/StateLabel";
import classes from "./Approvals.module.css";

interface Props {
  variant: Variant;
  account?: Account;
  avatarUrl?: string | null;
  timing: Timing;
  onTiming: (timing: Timing) => void;
}

const timed = new Set(["awaiting_approval", "approved", "queued"]);

/** The version for one network: as it will look, when it goes out, and what one can do about it. */
export function Version({ variant, account, avatarUrl, timing, onTiming }: Props) {
  const network = networkName(variant.account.platform);
  const approve = useApprove();
  const retry = useRetry();
  const [doing, setDoing] = useState<"edit" | "reject" | "move">();
  const may = (action: Variant["actions"][number]) => variant.actions.includes(action);
  const done = () => setDoing(undefined);

  return (
    <section className={classes.version} aria-label={network} data-card tabIndex={-1}>
      <div className={classes.versionHead}>
        <NetworkName platform={variant.account.platform} />
        <StateLabel variant={variant} />
        {doing !== "edit" && <Count used={variant.count.used} max={variant.count.max} />}
      </div>
      {doing === "edit" ? (
        <EditForm variant={variant} limits={limitsOf(variant, account)} avatarUrl={avatarUrl} onClose={done} />
      ) : (
        <Preview variant={variant} avatarUrl={avatarUrl} />
      )}
      {variant.warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {warning}
        </p>
      ))}
      {variant.state === "unknown" && <Settle variant={variant} />}
      {timed.has(variant.state) && (
        <div className={classes.when}>
          <IconClock size={16} stroke={1.7} aria-hidden="true" />
          <span>{timingWords(timing, variant.talent.timeZone, account)}</span>
          {(may("reschedule") || may("approve")) && (
            <Button variant="subtle" size="compact-md" data-key="m" onClick={() => setDoing("move")}>
              {t.act.move}
            </Button>
          )}
        </div>
      )}
      {variant.remoteUrl && (
        <a className={classes.live} href={variant.remoteUrl} target="_blank" rel="noreferrer">
          {t.act.openLive(network)} <IconExternalLink size={16} aria-hidden="true" />
        </a>
      )}
      {doing !== "edit" && (
        <div className={classes.actions}>
          {may("reject") && (
            <Button variant="subtle" size="lg" data-key="r" onClick={() => setDoing("reject")}>
              {t.act.reject}
            </Button>
          )}
          {may("edit") && (
            <Button variant="subtle" size="lg" data-key="e" onClick={() => setDoing("edit")}>
              {t.act.edit}
            </Button>
          )}
          {may("retry") && (
            <Button
              variant="default"
              size="lg"
              loading={retry.isPending}
              onClick={() => retry.mutate({ variant }, { onSuccess: () => say(t.done.retried(network)), onError: sayError })}
            >
              {t.act.retry}
            </Button>
          )}
          {may("approve") && (
            <Button
              variant="light"
              size="lg"
              data-key="a"
              className={classes.approve}
              loading={approve.isPending}
              onClick={() =>
                approve.mutate(
                  { variant, timing },
                  { onSuccess: () => say(t.done.approved(network)), onError: sayError },
                )
              }
            >
              {t.act.approveFor(network)}
            </Button>
          )}
        </div>
      )}
      {doing === "reject" && <RejectSheet variant={variant} onClose={done} />}
      {doing === "move" && (
        <MoveSheet variant={variant} account={account} timing={timing} onChoose={onTiming} onClose={done} />
      )}
    </section>
  );
}
