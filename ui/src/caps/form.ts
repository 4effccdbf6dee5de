import type { TalentCaps } from "@/api/types";
import { t } from "@/messages";

/** What the fields hold, however unfinished; empty means no limit of one's own. */
export interface CapsForm {
  dailyCap: string;
  /** In minutes. */
  pause: string;
  from: string;
  until: string;
}

export function formOf(caps: TalentCaps): CapsForm {
  return {
    dailyCap: caps.dailyCap == null ? "" : String(caps.dailyCap),
    pause: caps.pauseMinutes == null ? "" : String(caps.pauseMinutes),
    from: caps.quietHours?.from ?? "",
    until: caps.quietHours?.until ?? "",
  };
}

/** What the form says, or nothing while one end of the quiet hours is missing. */
export function capsOf(form: CapsForm): TalentCaps | undefined {
  if (Boolean(form.from) !== Boolean(form.until)) return undefined;
  return {
    ...(form.dailyCap && { dailyCap: Number(form.dailyCap) }),
    ...(form.pause && { pauseMinutes: Number(form.pause) }),
    ...(form.from && { quietHours: { from: form.from, until: form.until } }),
  };
}

export function same(one: CapsForm, other: CapsForm): boolean {
  return one.dailyCap === other.dailyCap && one.pause === other.pause && one.from === other.from && one.until === other.until;
}

const usual = [60, 120, 240, 360, 720, 1440, 2880, 4320, 10080];

/** The pauses to choose from, with the one that is set where it is none of the usual ones. */
export function pauses(set?: number | null): { value: string; label: string }[] {
  const all = set == null || usual.includes(set) ? usual : [...usual, set].sort((a, b) => a - b);
  return [{ value: "", label: t.caps.noPause }, ...all.map((minutes) => ({ value: String(minutes), label: t.caps.pauseOf(minutes) }))];
}
