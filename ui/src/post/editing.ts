import type { Variant, VariantEdit } from "@/api/types";

/** What the fields hold while somebody edits. */
export interface Draft {
  text: string;
  thread: string[];
  firstComment: string;
  link: string;
  altTexts: Record<string, string>;
  removed: string[];
}

export function draftOf({ content }: Variant): Draft {
  return {
    text: content.text,
    thread: content.thread,
    firstComment: content.firstComment ?? "",
    link: content.link ?? "",
    altTexts: Object.fromEntries(content.media.map((media) => [media.sha256, media.altText])),
    removed: [],
  };
}

/** Only what differs is sent, so that two people who change different things don't undo each other. */
export function changeOf(draft: Draft, variant: Variant): Omit<VariantEdit, "version"> {
  const before = draftOf(variant);
  const change: Omit<VariantEdit, "version"> = {};
  const thread = draft.thread.filter((post) => post.trim());
  if (draft.text !== before.text) change.text = draft.text;
  if (thread.join("\0") !== before.thread.join("\0")) change.thread = thread;
  if (draft.firstComment !== before.firstComment) change.firstComment = draft.firstComment;
  if (draft.link !== before.link) change.link = draft.link;
  const altTexts = Object.entries(draft.altTexts).filter(([sha, text]) => text !== before.altTexts[sha]);
  if (altTexts.length > 0) change.altTexts = Object.fromEntries(altTexts);
  if (draft.removed.length > 0) change.removeMedia = draft.removed;
  return change;
}
