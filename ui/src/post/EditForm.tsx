import { Button, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEdit } from "@/api/decisions";
import { ApiError, explain } from "@/api/problem";
import type { Limits, Variant } from "@/api/types";
import { t } from "@/messages";
import { Frame } from "@/preview/Frame";
import { networkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import { pictureFields, threadFields } from "./editing";
import { EditPictures } from "./EditPictures";
import { PublicText } from "./PublicText";
import classes from "./Post.module.css";
import { useDraft } from "./useDraft";

interface Props {
  variant: Variant;
  limits: Limits;
  avatarUrl?: string | null;
  onClose: () => void;
}

const THREADS = new Set(["x", "mastodon"]);
const LONGEST_THREAD = 9;

/** Editing on the post itself: the frame stays, the words become fields. */
export function EditForm({ variant, limits, avatarUrl, onClose }: Props) {
  const { account } = variant;
  const network = networkName(account.platform);
  const edit = useEdit();
  const { draft, set, version, change, changed, reopen, forget } = useDraft(variant);
  const error = edit.error instanceof ApiError ? edit.error : undefined;
  const { media } = variant.content;
  const overtaken = error?.status === 409 && variant.actions.includes("edit");
  const hasComment = Boolean(variant.content.firstComment) || account.platform === "linkedin";
  const fields = ["text", ...draft.thread.flatMap((_, index) => threadFields(draft, index))];
  if (hasComment) fields.push("firstComment");
  if (variant.content.link) fields.push("link");
  fields.push(...media.flatMap((one) => pictureFields(media, draft, one.sha256)));
  const alone = error?.fields.length ? error.besides(fields).join(" ") : edit.error ? explain(edit.error) : undefined;
  const named = overtaken ? t.edit.changed : alone;

  function submit() {
    if (!changed) return onClose();
    edit.mutate(
      { variant, edit: { version, ...change } },
      {
        onSuccess: () => {
          forget();
          say(variant.state === "approved" ? t.done.savedNeedsYes(network) : t.done.saved(network));
          onClose();
        },
        onError: (problem) => {
          if (problem instanceof ApiError && problem.status === 409) reopen();
        },
      },
    );
  }

  return (
    <form
      className={classes.editing}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
        if (event.key === "Escape") {
          event.stopPropagation();
          // Words that were written are only given up with the button that says so.
          if (!changed) onClose();
        }
      }}
    >
      <Frame account={account} avatarUrl={avatarUrl} bare>
        <PublicText
          label={t.edit.text(network)}
          value={draft.text}
          onChange={(text) => set({ text })}
          limits={limits}
          link={draft.link}
          error={error?.about("text")}
          focused
        />
        {draft.thread.map((post, index) => (
          <PublicText
            key={index}
            label={t.edit.thread(network, index + 2)}
            value={post}
            onChange={(text) => set({ thread: draft.thread.map((one, at) => (at === index ? text : one)) })}
            limits={limits}
            error={error?.about(...threadFields(draft, index))}
          />
        ))}
        {THREADS.has(account.platform) && draft.thread.length < LONGEST_THREAD && (
          <Button
            type="button"
            variant="subtle"
            size="sm"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => set({ thread: [...draft.thread, ""] })}
          >
            {t.edit.addPost}
          </Button>
        )}
        {hasComment && (
          <PublicText
            label={t.edit.firstComment(network)}
            value={draft.firstComment}
            onChange={(firstComment) => set({ firstComment })}
            error={error?.about("firstComment")}
          />
        )}
        {variant.content.link && (
          <TextInput
            type="url"
            size="md"
            label={t.edit.link(network)}
            value={draft.link}
            onChange={(event) => set({ link: event.currentTarget.value })}
            error={error?.about("link")}
          />
        )}
        <EditPictures media={media} draft={draft} error={error} onChange={set} />
        {overtaken && (
          <div className={classes.theirs}>
            <strong>{t.edit.theirs}</strong>
            <p className={classes.public}>{variant.content.text}</p>
          </div>
        )}
        {named && (
          <p role="alert" className={classes.error}>
            {named}
          </p>
        )}
        {variant.state === "approved" && <p className={classes.hint}>{t.edit.voids}</p>}
        <div className={classes.formEnd}>
          <Button
            type="button"
            variant="default"
            size="md"
            onClick={() => {
              forget();
              onClose();
            }}
          >
            {t.act.keep}
          </Button>
          <Button type="submit" size="md" loading={edit.isPending}>
            {t.act.save}
          </Button>
        </div>
      </Frame>
    </form>
  );
}
