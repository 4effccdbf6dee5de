/** What a clock on the wall shows: no zone, no instant. */
export interface WallTime {
  /** `2026-11-24` */
  date: string;
  /** `09:00` */
  time: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A zone that the browser doesn't know is shown as UTC rather than as an error. */
export function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) {
    try {
      made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    } catch {
      made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    }
    formatters.set(key, made);
  }
  return made;
}

export function wallTime(at: Date, zone: string): WallTime {
  const parts = Object.fromEntries(
    formatter(zone, {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The zone's distance from UTC at an instant, in milliseconds. */
function offset(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  const { date, time } = wallTime(new Date(minute), zone);
  return Date.parse(`${date}T${time}:00Z`) - minute;
}

/**
 * The instant at which the clocks of a zone show a wall time. In the hour that is skipped in spring it is the instant
 * just as long after the jump, in the hour that comes twice in autumn the first of the two: as java.time does it.
 */
export function instantOf(wall: WallTime, zone: string): Date | undefined {
  const asUtc = Date.parse(`${wall.date}T${wall.time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const before = offset(asUtc - 24 * 3_600_000, zone);
  const after = offset(asUtc + 24 * 3_600_000, zone);
  const fits = [asUtc - before, asUtc - after].filter((at) => at + offset(at, zone) === asUtc);
  return new Date(fits.length > 0 ? Math.min(...fits) : asUtc - before);
}

/** Whether the clocks of the zone ever show this time: they don't in the hour skipped in spring. */
export function exists(wall: WallTime, zone: string): boolean {
  const at = instantOf(wall, zone);
  if (!at) return false;
  const shown = wallTime(at, zone);
  return shown.date === wall.date && shown.time === wall.time;
}
