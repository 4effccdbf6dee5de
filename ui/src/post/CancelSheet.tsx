import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useCancel } from "@/api/decisions";
import { explainAbout } from "@/api/problem";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import classes from "./Post.module.css";
import { Sheet } from "./Sheet";

interface Props {
  variant: Variant;
  onClose: () => void;
}

/** Asks once more before a post is cancelled for good. */
export function CancelSheet({ variant, onClose }: Props) {
  const network = networkName(variant.account.platform);
  const cancel = useCancel();
  const [reason, setReason] = useState("");

  function submit() {
    cancel.mutate(
      { variant, reason: reason.trim() || t.cancel.byPerson },
      {
        onSuccess: () => {
          say(t.done.cancelled(network));
          onClose();
        },
      },
    );
  }

  return (
    <Sheet opened onClose={onClose} title={t.cancel.title(network)}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={classes.lead}>{t.cancel.lead}</p>
        <TextInput
          label={t.cancel.reason}
          size="md"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={explainAbout("reason", cancel.error)}
        />
        <div className={classes.formEnd}>
          <Button type="button" variant="default" size="md" onClick={onClose}>
            {t.act.keep}
          </Button>
          <Button type="submit" color="red" size="md" loading={cancel.isPending}>
            {t.cancel.submit}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
