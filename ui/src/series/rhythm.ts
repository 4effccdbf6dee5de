import { t } from "@/messages";

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const units: Record<string, "day" | "week" | "month" | "year"> = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
const known = ["FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL"];

/** A rule of RFC 5545 as people say it; a rarer one stands as it is. */
export function rhythm(rule: string): string {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
  const unit = units[parts.get("FREQ") ?? ""];
  const on = parts.get("BYDAY")?.split(",") ?? [];
  const plain = unit && [...parts.keys()].every((name) => known.includes(name)) && on.every((day) => days.includes(day));
  if (!plain || (on.length > 0 && unit !== "week" && unit !== "day")) return t.series.byRule(rule);
  const names = days.filter((day) => on.includes(day)).map((day) => t.series.days[days.indexOf(day)] ?? day);
  return t.series.every(Number(parts.get("INTERVAL") ?? "1"), unit, names);
}
