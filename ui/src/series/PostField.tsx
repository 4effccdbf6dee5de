import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { variantsQuery } from "@/api/queries";
import type { Variant } from "@/api/types";
import { t } from "@/messages";

interface Props {
  talentId: string;
  /** An id; empty while none is chosen. */
  post: string;
  onChange: (post: string) => void;
  error?: string;
}

const LONGEST = 80;

/** Which of the talent's latest posts is said again. */
export function PostField({ talentId, post, onChange, error }: Props) {
  const { data, isPending } = useInfiniteQuery(variantsQuery({ states: ["published"], talent: talentId, order: "newest" }));
  const posts = postsOf(data?.pages.flatMap((page) => page.items) ?? []);
  const none = isPending || posts.length > 0 ? t.series.choose : t.series.noPosts;
  return (
    <NativeSelect
      size="md"
      label={t.series.post}
      data={[{ value: "", label: none }, ...posts]}
      value={post}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

/** A post has a version for each account, and is one here. */
function postsOf(variants: Variant[]): { value: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const { post, content } of variants) if (!labels.has(post.id)) labels.set(post.id, post.title || content.text);
  return [...labels].map(([value, label]) => ({ value, label: label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label }));
}
