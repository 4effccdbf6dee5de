import type { Variant } from "@/api/types";
import { networkName } from "@/preview/NetworkName";

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a post has every one of the words, in whatever is seen of it. */
export function matches(variant: Variant, words: string): boolean {
  const text = folded(
    [
      variant.post.title,
      variant.content.text,
      ...variant.content.thread,
      variant.talent.displayName,
      variant.account.handle,
      networkName(variant.account.platform),
    ].join(" "),
  );
  return folded(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
