import { t } from "@/messages";
import { formatter, wallTime } from "./zones";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Relative within a day, absolute beyond. */
export function when(at: string, zone: string, now: number): string {
  const date = new Date(at);
  const distance = date.getTime() - now;
  const size = Math.abs(distance);
  if (size < 45_000) return t.time.now;
  if (size < HOUR) return t.time.minutes(Math.round(distance / MINUTE));
  if (size < DAY) return t.time.hours(Math.round(distance / HOUR));
  const sameYear = wallTime(date, zone).date.slice(0, 4) === wallTime(new Date(now), zone).date.slice(0, 4);
  return formatter(zone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: sameYear ? undefined : "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(date);
}

/** A day and a time, however near: for choosing and confirming. */
export function clock(at: string, zone: string): string {
  return formatter(zone, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(
    new Date(at),
  );
}

/** The exact time with its zone, for hover and for the accessible name. */
export function exact(at: string, zone: string): string {
  const text = formatter(zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(at));
  return t.time.exact(text, zone);
}
