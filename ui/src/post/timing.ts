import type { Account, Variant } from "@/api/types";
import type { Timing } from "@/api/decisions";
import { t } from "@/messages";
import { clock } from "@/time/words";

/** The time a waiting post will get when it is approved without another wish: its own if that is still to come. */
export function proposed(variant: Variant, now: number): Timing {
  return variant.publishAt && Date.parse(variant.publishAt) > now ? { kind: "at", at: variant.publishAt } : { kind: "next" };
}

/** The timing in a sentence, in the talent's zone. */
export function timingWords(timing: Timing, zone: string, account?: Account): string {
  if (timing.kind === "now") return t.when.rightAway;
  if (timing.kind === "best") return account?.bestTime ? t.when.goesOut(clock(account.bestTime, zone)) : t.when.bestTime;
  if (timing.kind === "at") return t.when.goesOut(clock(timing.at, zone));
  return account?.nextSlot ? t.when.nextSlotAt(clock(account.nextSlot, zone)) : t.when.nextSlot;
}
