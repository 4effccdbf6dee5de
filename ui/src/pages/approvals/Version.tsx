import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconExternalLink } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { Choice, Timing } from "@/api/decisions";
import type { Account, Variant } from "@/api/types";
import { t } from "@/messages";
import { Altered } from "@/post/Altered";
import { EditForm } from "@/post/EditForm";
import { FollowUps } from "@/post/FollowUps";
import { limitsOf } from "@/post/limits";
import { MoveSheet } from "@/post/MoveSheet";
import { RejectSheet } from "@/post/RejectSheet";
import { Settle } from "@/post/Settle";
import { timingWords } from "@/post/timing";
import { UnsavedWords } from "@/post/UnsavedWords";
import { Count } from "@/preview/Count";
import { NetworkName, networkName } from "@/preview/NetworkName";
import { Preview } from "@/preview/Preview";
import { StateLabel } from "@/state/StateLabel";
import classes from "./Approvals.module.css";
import { VersionActions, type Doing } from "./VersionActions";

interface Props {
  variant: Variant;
  account?: Account;
  avatarUrl?: string | null;
  /** When it will go out, as far as the page knows. */
  timing: Timing;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** Told when the version is opened for editing, and when it is closed again. */
  onEditing: (id: string, open: boolean) => void;
}

const timed = new Set(["awaiting_approval", "approved", "queued"]);

/** The version for one network: as it will look, when it goes out, and what one can do about it. */
export function Version({ variant, account, avatarUrl, timing, choice, onChoose, onEditing }: Props) {
  const network = networkName(variant.account.platform);
  const [doing, setDoing] = useState<Doing>();
  const card = useRef<HTMLDivElement>(null);
  const done = () => setDoing(undefined);
  const editing = doing === "edit";
  useEffect(() => {
    if (!editing) return;
    onEditing(variant.id, true);
    return () => onEditing(variant.id, false);
  }, [editing, onEditing, variant.id]);

  // A button that was pressed may be gone after its work: then the version keeps the focus, not the top of the page.
  const focused = useRef(false);
  useEffect(() => {
    if (!doing && focused.current && document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, [doing, variant.state]);

  return (
    <div
      ref={card}
      className={classes.version}
      role="group"
      aria-label={t.portal.version(network)}
      data-card
      tabIndex={-1}
      onFocus={() => {
        focused.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget) focused.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <div className={classes.versionHead}>
        <NetworkName platform={variant.account.platform} />
        <StateLabel variant={variant} />
        {!editing && <Count used={variant.count.used} max={variant.count.max} />}
      </div>
      {!editing && <UnsavedWords variant={variant} onResume={() => setDoing("edit")} />}
      {editing ? (
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
      <Altered variant={variant} />
      <FollowUps variant={variant} />
      {timed.has(variant.state) && (
        <div className={classes.when}>
          <IconClock size={16} stroke={1.7} aria-hidden="true" />
          <span>{timingWords(timing, variant.talent.timeZone, account)}</span>
          {(variant.actions.includes("reschedule") || variant.actions.includes("approve")) && (
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
      {!editing && <VersionActions variant={variant} choice={choice} onDo={setDoing} />}
      {doing === "reject" && <RejectSheet variant={variant} onClose={done} />}
      {doing === "move" && (
        <MoveSheet variant={variant} account={account} timing={timing} onChoose={onChoose} onClose={done} />
      )}
    </div>
  );
}
