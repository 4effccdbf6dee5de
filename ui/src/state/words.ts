import type { Variant, VariantState } from "@/api/types";
import { t } from "@/messages";
import { when } from "@/time/words";

export type Tone = "soft" | "red" | "amber" | "green" | "blue";

export const tones: Record<VariantState, Tone> = {
  draft: "soft",
  blocked: "red",
  awaiting_approval: "amber",
  approved: "green",
  queued: "blue",
  publishing: "blue",
  published: "green",
  failed: "red",
  unknown: "amber",
  rejected: "soft",
  cancelled: "soft",
  taken_down: "soft",
};

/** Who is reading: a talent is told "you" where an operator reads the talent's name. */
export interface Reader {
  talentId?: string;
}

/** The state in words, the same everywhere: one word, and the reason, name or time that belongs to it. */
export function stateWords(variant: Variant, reader: Reader, now: number): string {
  const zone = variant.talent.timeZone;
  switch (variant.state) {
    case "draft":
      return t.state.draft;
    case "blocked":
      return variant.blockedReason ? t.state.blockedBy(variant.blockedReason) : t.state.blocked;
    case "awaiting_approval":
      return reader.talentId === variant.talent.id ? t.state.waitingForYou : t.state.waiting(variant.talent.displayName);
    case "approved":
      if (!variant.decidedBy) return t.state.approved;
      return reader.talentId === variant.talent.id && variant.decidedBy === variant.talent.displayName
        ? t.state.approvedByYou
        : t.state.approvedBy(variant.decidedBy);
    case "queued":
      return variant.publishAt ? t.state.goingOut(soon(variant.publishAt, zone, now)) : t.state.goingOutNow;
    case "publishing":
      return t.state.goingOutNow;
    case "published":
      return t.state.live(when(variant.publishedAt ?? variant.updatedAt, zone, now));
    case "failed":
      return variant.failureReason ? t.state.failedBecause(variant.failureReason) : t.state.failed;
    case "unknown":
      return canSettle(variant) ? t.state.unknownLook : t.state.unknownChecking;
    case "rejected":
      return variant.rejectedReason ? t.state.rejectedBecause(variant.rejectedReason) : t.state.rejected;
    case "cancelled":
      return t.state.cancelled;
    case "taken_down":
      return t.state.takenDown;
  }
}

export function canSettle(variant: Variant): boolean {
  return variant.actions.includes("settle_published") || variant.actions.includes("settle_not_published");
}

/** A time that has just passed while the post is still lined up is "now", not "3 min ago". */
function soon(at: string, zone: string, now: number): string {
  return Date.parse(at) <= now ? t.time.now : when(at, zone, now);
}
