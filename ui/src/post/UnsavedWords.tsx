import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { useSession } from "@/shell/useSession";
import classes from "./Post.module.css";
import { forget, kept } from "./unsaved";

interface Props {
  variant: Variant;
  onResume: () => void;
}

/** Offers back what this person wrote before their session ended. Where it can't be saved any more they may copy it. */
export function UnsavedWords({ variant, onResume }: Props) {
  const { user } = useSession();
  const [unsaved, setUnsaved] = useState(() => kept(user.id, variant.id));
  const place = useRef<HTMLElement>(null);
  const editable = variant.actions.includes("edit");

  useEffect(() => {
    place.current?.scrollIntoView({ block: "center" });
  }, []);

  if (!unsaved) return null;
  return (
    <section ref={place} className={classes.unsaved} aria-label={t.edit.unsaved}>
      <p>{editable ? t.edit.unsavedLead(networkName(variant.account.platform)) : t.edit.unsavedTooLate}</p>
      <p className={classes.public}>{unsaved.draft.text}</p>
      <div className={classes.formEnd}>
        <Button
          variant="default"
          size="md"
          onClick={() => {
            forget(user.id, variant.id);
            setUnsaved(undefined);
          }}
        >
          {t.edit.discard}
        </Button>
        {editable && (
          <Button size="md" onClick={onResume}>
            {t.edit.resume}
          </Button>
        )}
      </div>
    </section>
  );
}
