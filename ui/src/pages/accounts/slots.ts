import type { Account } from "@/api/types";
import { t } from "@/messages";

/** The weekly slots in a line, days with the same times together: `Tue, Thu 09:00`. A time stays with its day. */
export function slotWords(slots: Account["slots"]): string {
  const days = new Map<string, string[]>();
  for (const { day, time } of slots) days.set(day, [...(days.get(day) ?? []), time.slice(0, 5)]);
  const times = new Map<string, string[]>();
  for (const [day, list] of days) {
    const key = list.sort().join(", ");
    times.set(key, [...(times.get(key) ?? []), t.accounts.days[day.toLowerCase()] ?? day]);
  }
  return [...times].map(([time, names]) => `${names.join(", ")}\u00A0${time}`).join(" · ") || t.accounts.noSlots;
}
