import type { Variant } from "@/api/types";

/** A post idea with its version for each account. */
export interface Idea {
  id: string;
  post: Variant["post"];
  variants: Variant[];
}

/** Gathers versions to ideas: the oldest idea first, and inside it always the same order of accounts. */
export function ideasOf(variants: Variant[]): Idea[] {
  const ideas = new Map<string, Idea>();
  for (const variant of variants) {
    const idea = ideas.get(variant.post.id);
    if (idea) idea.variants.push(variant);
    else ideas.set(variant.post.id, { id: variant.post.id, post: variant.post, variants: [variant] });
  }
  const order = (variant: Variant) => `${variant.account.platform} ${variant.account.handle}`;
  for (const idea of ideas.values()) idea.variants.sort((a, b) => order(a).localeCompare(order(b)));
  return [...ideas.values()].sort((a, b) => a.post.createdAt.localeCompare(b.post.createdAt) || a.id.localeCompare(b.id));
}

export function waits(variant: Variant): boolean {
  return variant.state === "awaiting_approval";
}
