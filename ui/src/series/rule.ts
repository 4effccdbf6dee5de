import type { SeriesRule } from "@/api/types";
import { t } from "@/messages";

/** What the form holds of how often and until when; what isn't chosen keeps its value. */
export interface Often {
  kind: "daily" | "weekly" | "date" | "weekday" | "custom";
  /** Every so many days, weeks or months. */
  every: number | string;
  /** Days of the week, as RFC 5545 writes them. */
  days: string[];
  /** A day of the month, or -1 for its last. */
  date: string;
  /** The first to the fourth of a weekday in a month, or -1 for the last. */
  nth: string;
  weekday: string;
  custom: string;
  ends: "never" | "on" | "after";
  lastDay: string;
  times: number | string;
}

export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const nths = ["1", "2", "3", "4", "-1"];

export const weekly: Often = {
  kind: "weekly",
  every: 1,
  days: ["MO"],
  date: "1",
  nth: "1",
  weekday: "MO",
  custom: "",
  ends: "never",
  lastDay: "",
  times: 10,
};

/** The rule in the words of RFC 5545, or the sentence that says what is missing. */
export function ruleOf(often: Often): { rule: string; end?: string } | { missing: string } {
  const every = Number(often.every);
  if (often.kind !== "custom" && !whole(every, 1, 99)) return { missing: t.series.everyMissing };
  if (often.kind === "weekly" && often.days.length === 0) return { missing: t.series.daysMissing };
  if (often.kind === "custom" && !often.custom.trim()) return { missing: t.series.ruleMissing };
  if (often.ends === "on" && !/^\d{4}-\d\d-\d\d$/.test(often.lastDay)) return { missing: t.series.lastDayMissing };
  if (often.ends === "after" && !whole(Number(often.times), 1, 1_000)) return { missing: t.series.timesMissing };
  const rule = often.kind === "custom" ? written(often.custom) : chosen(often, every);
  return {
    rule: often.ends === "after" ? `${rule};COUNT=${Number(often.times)}` : rule,
    end: often.ends === "on" ? often.lastDay : undefined,
  };
}

function whole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** As people copy it out of a calendar. */
function written(words: string): string {
  return words.trim().toUpperCase().replace(/^RRULE:/, "").replace(/;$/, "");
}

function chosen(often: Often, every: number): string {
  const interval = every === 1 ? "" : `;INTERVAL=${every}`;
  if (often.kind === "daily") return `FREQ=DAILY${interval}`;
  if (often.kind === "weekly") return `FREQ=WEEKLY${interval};BYDAY=${weekdays.filter((day) => often.days.includes(day)).join(",")}`;
  return often.kind === "date"
    ? `FREQ=MONTHLY${interval};BYMONTHDAY=${often.date}`
    : `FREQ=MONTHLY${interval};BYDAY=${often.nth}${often.weekday}`;
}

/** What the form shows of a rule that is there. */
export function oftenOf({ rule, end }: Pick<SeriesRule, "rule" | "end">): Often {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
  const count = parts.get("COUNT");
  const ends: Partial<Often> = end ? { ends: "on", lastDay: end.slice(0, 10) } : count ? { ends: "after", times: Number(count) } : {};
  const shape = shapeOf(parts);
  return shape && !(end && count) ? { ...weekly, ...shape, every: Number(parts.get("INTERVAL") ?? "1"), ...ends } : byHand(rule, end);
}

function byHand(rule: string, end?: string | null): Often {
  return { ...weekly, kind: "custom", custom: rule, ...(end ? { ends: "on" as const, lastDay: end.slice(0, 10) } : {}) };
}

function shapeOf(parts: Map<string, string>): Partial<Often> | undefined {
  const by = [...parts.keys()].filter((name) => !["FREQ", "INTERVAL", "COUNT"].includes(name)).join();
  const kind = `${parts.get("FREQ")} ${by}`;
  const day = parts.get("BYDAY") ?? "";
  const [, nth = "", weekday = ""] = /^(-?\d+)([A-Z]{2})$/.exec(day) ?? [];
  if (kind === "DAILY ") return { kind: "daily" };
  if (kind === "WEEKLY BYDAY" && day.split(",").every((one) => weekdays.includes(one))) return { kind: "weekly", days: day.split(",") };
  if (kind === "MONTHLY BYMONTHDAY" && /^(-1|[1-9]|[12]\d|3[01])$/.test(parts.get("BYMONTHDAY") ?? ""))
    return { kind: "date", date: parts.get("BYMONTHDAY") };
  if (kind === "MONTHLY BYDAY" && nths.includes(nth) && weekdays.includes(weekday)) return { kind: "weekday", nth, weekday };
  return undefined;
}
