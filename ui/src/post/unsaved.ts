import type { Variant } from "@/api/types";
import type { Draft } from "./editing";

/** What somebody wrote and hasn't saved, and what they started from. */
export interface Unsaved {
  version: number;
  before: Draft;
  draft: Draft;
}

interface Kept extends Unsaved {
  /** When it was written, in milliseconds. */
  at: number;
}

const PREFIX = "greenroom.unsaved.";
const MOST = 20;
const LONGEST = 200_000;

const keyOf = (user: string, variant: string) => `${PREFIX}${user}.${variant}`;
const ours = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

/**
 * Keeps the words in this tab, so that they outlive the session, for their writer alone. Of more than twenty the oldest
 * go; what is too long for a post anywhere isn't kept.
 */
export function keep(user: string, variant: Variant["id"], unsaved: Unsaved, at = Date.now()) {
  const text = JSON.stringify({ ...unsaved, at } satisfies Kept);
  if (text.length > LONGEST) return;
  try {
    sessionStorage.setItem(keyOf(user, variant), text);
    const oldestFirst = ours().sort((a, b) => (read(a)?.at ?? 0) - (read(b)?.at ?? 0));
    for (const key of oldestFirst.slice(0, -MOST)) sessionStorage.removeItem(key);
  } catch {
    // A browser that stores nothing, or no more: the words are still in the form.
  }
}

/** What this person wrote about the variant and hasn't saved. */
export function kept(user: string, variant: Variant["id"]): Unsaved | undefined {
  return read(keyOf(user, variant));
}

/** They were saved or given up. */
export function forget(user: string, variant: Variant["id"]) {
  sessionStorage.removeItem(keyOf(user, variant));
}

/** Leaves nothing for the next person at this browser: only this person's words stay, or none. */
export function forgetOthers(user?: string) {
  for (const key of ours()) if (!user || !key.startsWith(`${PREFIX}${user}.`)) sessionStorage.removeItem(key);
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
