import { describe, expect, it } from "vitest";
import { exists, instantOf, wallTime } from "./zones";

const at = (date: string, time: string, zone: string) => instantOf({ date, time }, zone)?.toISOString();

describe("a wall time in a zone", () => {
  it("is an instant in winter and in summer", () => {
    expect(at("2026-01-15", "09:00", "Europe/Berlin")).toBe("2026-01-15T08:00:00.000Z");
    expect(at("2026-07-15", "09:00", "Europe/Berlin")).toBe("2026-07-15T07:00:00.000Z");
  });

  it("knows zones that are half an hour or more than half a day away", () => {
    expect(at("2026-03-01", "10:00", "Asia/Kolkata")).toBe("2026-03-01T04:30:00.000Z");
    expect(at("2026-03-01", "10:00", "Pacific/Kiritimati")).toBe("2026-02-28T20:00:00.000Z");
  });

  it("in the hour skipped in spring is as long after the jump", () => {
    expect(at("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(exists({ date: "2026-03-29", time: "02:30" }, "Europe/Berlin")).toBe(false);
    expect(exists({ date: "2026-03-29", time: "03:30" }, "Europe/Berlin")).toBe(true);
  });

  it("in the hour that comes twice is the first of both", () => {
    expect(at("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-11-01", "01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  it("comes back from the instant, hour by hour through a year", () => {
    for (let hour = 0; hour < 365 * 24; hour += 7) {
      const instant = new Date(Date.UTC(2026, 0, 1, hour));
      const back = instantOf(wallTime(instant, "America/New_York"), "America/New_York");
      const twice = new Date(instant.getTime() - 3_600_000);
      expect([instant.getTime(), twice.getTime()]).toContain(back?.getTime());
    }
  });

  it("is nothing when it is no time at all", () => {
    expect(instantOf({ date: "", time: "09:00" }, "Europe/Berlin")).toBeUndefined();
  });
});
