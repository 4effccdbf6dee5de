import { Button, TextInput } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { useState } from "react";
import { explainAbout } from "@/api/problem";
import { useStop } from "@/api/stops";
import { t } from "@/messages";
import { Sheet } from "@/post/Sheet";
import form from "@/post/Post.module.css";
import { say } from "@/shell/say";
import { useSession } from "@/shell/useSession";
import classes from "./Stop.module.css";

interface Props {
  /** What is held, as it follows "Hold". */
  what: string;
  talentId?: string;
  accountId?: string;
  size?: "sm" | "compact-sm";
}

/** Lets an operator put an account, a talent or the whole agency on hold, with what that does said before. */
export function HoldButton({ what, talentId, accountId, size = "sm" }: Props) {
  const { role } = useSession();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const stop = useStop();
  if (role === "viewer" || role === "client" || role === "talent") return null;

  function submit() {
    const body = { kind: "pause" as const, talentId, accountId, reason: reason.trim() || undefined };
    stop.mutate(body, {
      onSuccess: () => {
        say(t.stop.held(what));
        setAsked(false);
        setReason("");
      },
    });
  }

  return (
    <>
      <Button
        variant="default"
        size={size}
        leftSection={<IconPlayerPause size={16} aria-hidden="true" />}
        aria-label={t.stop.hold(what)}
        onClick={() => setAsked(true)}
      >
        {accountId ? t.stop.holdShort : t.stop.hold(what)}
      </Button>
      <Sheet opened={asked} onClose={() => setAsked(false)} title={t.stop.holdTitle(what)}>
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ul className={classes.points}>
            {t.stop.holdDoes.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <TextInput
            label={t.stop.why}
            size="md"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={explainAbout("reason", stop.error)}
          />
          <div className={form.formEnd}>
            <Button type="button" variant="default" size="md" onClick={() => setAsked(false)}>
              {t.act.keep}
            </Button>
            <Button type="submit" size="md" loading={stop.isPending}>
              {t.stop.hold(what)}
            </Button>
          </div>
        </form>
      </Sheet>
    </>
  );
}
