import { Button, Chip, Textarea } from "@mantine/core";
import { useState } from "react";
import { useReject } from "@/api/decisions";
import { explainAbout } from "@/api/problem";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import { Dictate } from "./Dictate";
import classes from "./Post.module.css";
import { Sheet } from "./Sheet";

interface Props {
  variant: Variant;
  onClose: () => void;
}

/** Asks why: four frequent reasons, own words, or both. */
export function RejectSheet({ variant, onClose }: Props) {
  const network = networkName(variant.account.platform);
  const reject = useReject();
  const [reason, setReason] = useState<string>();
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);

  function submit() {
    const said = [reason, words.trim()].filter(Boolean).join(". ");
    setMissing(!said);
    if (!said) return;
    reject.mutate(
      { variant, reason: said },
      {
        onSuccess: () => {
          say(t.done.rejected(network));
          onClose();
        },
      },
    );
  }

  const error = missing ? t.reject.missing : explainAbout("reason", reject.error);
  return (
    <Sheet opened onClose={onClose} title={t.reject.title(network)}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={classes.lead}>{t.reject.lead}</p>
        <Chip.Group value={reason ?? null} onChange={(value) => setReason(String(value))}>
          <div className={classes.reasons}>
            {t.reject.reasons.map((one) => (
              <Chip key={one} value={one} size="md" radius="sm" variant="outline" classNames={{ label: classes.reason }}>
                {one}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <Textarea
          label={t.reject.why}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          error={error}
        />
        <div className={classes.formEnd}>
          <Dictate onWords={(spoken) => setWords((before) => [before, spoken].filter(Boolean).join(" "))} />
          <Button type="button" variant="default" size="md" onClick={onClose}>
            {t.act.keep}
          </Button>
          <Button type="submit" color="red" size="md" loading={reject.isPending}>
            {t.reject.submit}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
