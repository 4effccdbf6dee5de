import type { Media, Variant, VariantEdit } from "@/api/types";

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

const said = (post: string) => post.trim() !== "";

/** Whether two drafts say the same. */
export function same(one: Draft, other: Draft): boolean {
  return Object.keys(changeOf(one, other)).length === 0 && Object.keys(changeOf(other, one)).length === 0;
}

/** The server's names for a post of the thread; those left empty aren't sent, so it doesn't count them. */
export function threadFields({ thread }: Draft, index: number): string[] {
  return said(thread[index] ?? "") ? [`thread[${thread.slice(0, index).filter(said).length}]`] : [];
}

/** The server's names for what it may say about a picture; it doesn't count those that were taken out. */
export function pictureFields(media: Media[], draft: Draft, sha256: string): string[] {
  const index = media.filter((one) => !draft.removed.includes(one.sha256)).findIndex((one) => one.sha256 === sha256);
  return index < 0 ? [] : [`media[${index}].altText`, `media[${index}]`, `altTexts[${sha256}]`];
}

/** Only what differs is sent, so that two people who change different things don't undo each other. */
export function changeOf(draft: Draft, before: Draft): Omit<VariantEdit, "version"> {
  const change: Omit<VariantEdit, "version"> = {};
  const thread = draft.thread.filter(said);
  if (draft.text !== before.text) change.text = draft.text;
  if (thread.join("\0") !== before.thread.join("\0")) change.thread = thread;
  if (draft.firstComment !== before.firstComment) change.firstComment = draft.firstComment;
  if (draft.link !== before.link) change.link = draft.link;
  const altTexts = Object.entries(draft.altTexts).filter(([sha, text]) => text !== before.altTexts[sha]);
  if (altTexts.length > 0) change.altTexts = Object.fromEntries(altTexts);
  if (draft.removed.length > 0) change.removeMedia = draft.removed;
  return change;
}
