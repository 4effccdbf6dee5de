import { ActionIcon, Button, Progress, TextInput } from "@mantine/core";
import { IconPhotoPlus, IconX } from "@tabler/icons-react";
import { useRef, useState, type DragEvent } from "react";
import { ALT_TEXT_MAX } from "@/api/limits";
import { t } from "@/messages";
import { ACCEPT, type useAttachments } from "./attachments";
import classes from "./Ask.module.css";

/** Pictures and videos: dropped, or chosen with a button. */
export function Pictures({ attachments, add, remove, change }: ReturnType<typeof useAttachments>) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  }

  return (
    <fieldset className={classes.pictures}>
      <legend>{t.ask.pictures}</legend>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconPhotoPlus size={22} stroke={1.5} aria-hidden="true" />
        <span className={classes.dropWords}>{t.ask.drop}</span>
        <Button type="button" variant="default" size="md" onClick={() => input.current?.click()}>
          {t.ask.choose}
        </Button>
        <input
          ref={input}
          type="file"
          className="unseen"
          aria-label={t.ask.pictures}
          tabIndex={-1}
          accept={ACCEPT}
          multiple
          onChange={(event) => {
            add(event.currentTarget.files ?? []);
            event.currentTarget.value = "";
          }}
        />
      </div>
      <ul className={classes.files}>
        {attachments.map((one) => (
          <li key={one.key} className={classes.file}>
            {one.done && one.mediaType.startsWith("image/") ? (
              <img className={classes.thumb} src={one.done.url} alt="" />
            ) : (
              <span className={classes.thumb} />
            )}
            <div className={classes.fileText}>
              {one.done ? (
                <TextInput
                  size="sm"
                  label={t.ask.alt(one.name)}
                  value={one.altText}
                  maxLength={ALT_TEXT_MAX}
                  onChange={(event) => change(one.key, { altText: event.currentTarget.value })}
                />
              ) : (
                <span role={one.error ? "alert" : undefined} className={one.error ? classes.error : undefined}>
                  {one.error ?? t.ask.adding(one.name, Math.round(one.progress * 100))}
                </span>
              )}
              {!one.done && !one.error && (
                <Progress value={one.progress * 100} size="sm" aria-label={t.ask.adding(one.name, Math.round(one.progress * 100))} />
              )}
            </div>
            <ActionIcon variant="subtle" size={44} aria-label={t.ask.remove(one.name)} onClick={() => remove(one.key)}>
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <p role="status" className="unseen">
        {attachments
          .filter((one) => one.done)
          .map((one) => t.ask.added(one.name))
          .join(". ")}
      </p>
    </fieldset>
  );
}
