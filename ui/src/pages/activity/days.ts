import type { Activity } from "@/api/types";
import { t } from "@/messages";
import { formatter, wallTime } from "@/time/zones";

export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface Day {
  name: string;
  acts: Activity[];
}

/** The acts by the day of the person who reads, in the order they came. */
export function daysOf(acts: Activity[], now: number, zone = viewerZone): Day[] {
  const today = wallTime(new Date(now), zone).date;
  const yesterday = wallTime(new Date(now - 86_400_000), zone).date;
  const days: Day[] = [];
  for (const act of acts) {
    const at = new Date(act.at);
    const date = wallTime(at, zone).date;
    const name =
      date === today
        ? t.activity.today
        : date === yesterday
          ? t.activity.yesterday
          : formatter(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at);
    const last = days.at(-1);
    if (last?.name === name) last.acts.push(act);
    else days.push({ name, acts: [act] });
  }
  return days;
}
