import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { useNow } from "./useNow";
import { When } from "./When";

const underWay = new Set(["approved", "queued", "publishing"]);

/** The time of a post that is still to go out: one that is due is going out now, not some minutes ago. */
export function GoesOut({ variant }: { variant: Variant }) {
  const now = useNow();
  if (!variant.publishAt) return null;
  if (underWay.has(variant.state) && Date.parse(variant.publishAt) <= now) return t.time.now;
  return <When at={variant.publishAt} zone={variant.talent.timeZone} />;
}
