import type { NewSeries, Series, SeriesPreviewWish } from "@/api/types";
import { t } from "@/messages";
import { wallTime, type WallTime } from "@/time/zones";
import type { Again } from "./RepeatFields";
import { oftenOf, ruleOf, weekly, type Often } from "./rule";

/** What the form holds of a series, however unfinished. */
export interface Draft {
  kind: Series["kind"];
  text: string;
  link: string;
  /** Ids; undefined while nothing was chosen, which means all, or as before. */
  accounts?: string[];
  often: Often;
  /** On the talent's clock. */
  start: WallTime;
  again: Again;
}

const DAY = 86_400_000;

/** What a form begins with: the series as it is, or every Monday from tomorrow at nine on. */
export function draftOf(series: Series | undefined, zone: string, now: number): Draft {
  const [date = "", time = ""] = series?.start?.split("T") ?? [];
  return {
    kind: series?.kind ?? "recurrence",
    text: series?.text ?? "",
    link: series?.link ?? "",
    accounts: series?.accounts?.length ? series.accounts.map((account) => account.id) : undefined,
    often: series?.rule ? oftenOf({ rule: series.rule, end: series.end }) : weekly,
    start: date ? { date, time: time.slice(0, 5) } : { date: wallTime(new Date(now + DAY), zone).date, time: "09:00" },
    again: { post: series?.postId ?? "", days: series?.intervalDays ?? 30, times: series?.maximum ?? 6 },
  };
}

/** Field by field the sentence about what is missing. */
export type Missing = Partial<Record<"text" | "link" | "accounts" | "often" | "start" | "again", string>>;

export function missingOf(draft: Draft, series?: Series): Missing {
  const rule = ruleOf(draft.often);
  const byTime = draft.kind === "recurrence";
  const count = (value: number | string, most: number) => Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= most;
  return {
    text: byTime && !draft.text.trim() ? t.series.textMissing : undefined,
    link: !draft.link.trim() || /^https?:\/\/\S+\.\S+/.test(draft.link.trim()) ? undefined : t.ask.linkWrong,
    accounts: byTime && draft.accounts?.length === 0 ? t.ask.accountsMissing : undefined,
    often: byTime && "missing" in rule ? rule.missing : undefined,
    start: byTime && !(draft.start.date && draft.start.time) ? t.move.missing : undefined,
    again: byTime
      ? undefined
      : !series && !draft.again.post
        ? t.series.postMissing
        : count(draft.again.days, 3_650) && count(draft.again.times, 100)
          ? undefined
          : t.series.againMissing,
  };
}

type Timing = Pick<NewSeries, "recurrence" | "evergreen">;

function timingOf({ kind, often, start, again }: Draft, series?: Series): Timing {
  if (kind === "evergreen")
    return { evergreen: { postId: again.post || undefined, intervalDays: Number(again.days), maximum: Number(again.times) } };
  const rule = ruleOf(often);
  if ("missing" in rule) return {};
  // The form shows days and minutes; what was said more finely stays, as long as it isn't changed.
  const whole = `${start.date}T${start.time}`;
  return {
    recurrence: {
      rule: rule.rule,
      start: series?.start?.startsWith(whole) ? series.start : whole,
      end: rule.end && series?.end?.startsWith(rule.end) ? series.end : rule.end,
      exceptions: series?.exceptions?.length ? series.exceptions : undefined,
    },
  };
}

/** The body without the talent, of a draft that misses nothing. */
export function wishOf(draft: Draft, series?: Series): Omit<NewSeries, "talentId"> {
  return {
    text: draft.text.trim() || undefined,
    link: draft.link.trim() || undefined,
    accountIds: draft.accounts ?? [],
    ...timingOf(draft, series),
  };
}

export function previewOf(draft: Draft, talentId: string, series?: Series): SeriesPreviewWish {
  return { talentId, ...timingOf(draft, series) };
}
