import { Button, TextInput } from "@mantine/core";
import { ALT_TEXT_MAX } from "@/api/limits";
import type { ApiError } from "@/api/problem";
import type { Media } from "@/api/types";
import { t } from "@/messages";
import { pictureFields, type Draft } from "./editing";
import classes from "./Post.module.css";

interface Props {
  media: Media[];
  draft: Draft;
  error?: ApiError;
  onChange: (part: Partial<Draft>) => void;
}

/** The pictures of a post while it is edited: what each shows, in words, and whether it stays. */
export function EditPictures({ media, draft, error, onChange }: Props) {
  return media.map((one, index) => {
    const removed = draft.removed.includes(one.sha256);
    const others = draft.removed.filter((sha) => sha !== one.sha256);
    return (
      <div key={one.sha256} className={classes.editPicture} data-removed={removed || undefined}>
        {one.mediaType.startsWith("video/") ? (
          <video className={classes.thumb} src={one.url} muted preload="metadata" aria-hidden="true" />
        ) : (
          <img className={classes.thumb} src={one.url} alt="" />
        )}
        <TextInput
          className={classes.grow}
          label={t.edit.alt(index + 1)}
          description={t.edit.altHelp}
          value={draft.altTexts[one.sha256] ?? ""}
          disabled={removed}
          error={error?.about(...pictureFields(media, draft, one.sha256))}
          maxLength={ALT_TEXT_MAX}
          onChange={(event) => onChange({ altTexts: { ...draft.altTexts, [one.sha256]: event.currentTarget.value } })}
        />
        <Button
          type="button"
          variant="subtle"
          color={removed ? undefined : "red"}
          size="sm"
          onClick={() => onChange({ removed: removed ? others : [...others, one.sha256] })}
        >
          {removed ? t.edit.putBack(index + 1) : t.edit.remove(index + 1)}
        </Button>
      </div>
    );
  });
}
