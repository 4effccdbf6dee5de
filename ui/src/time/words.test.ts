import { describe, expect, it } from "vitest";
import { exact, when } from "./words";

const now = Date.parse("2026-11-21T12:00:00Z");
const zone = "Europe/Berlin";

describe("when", () => {
  it("is relative within a day", () => {
    expect(when("2026-11-21T12:03:00Z", zone, now)).toBe("in 3 min");
    expect(when("2026-11-21T10:00:00Z", zone, now)).toBe("2 h ago");
    expect(when("2026-11-21T12:00:20Z", zone, now)).toBe("now");
  });

  it("is absolute beyond, in the talent's zone", () => {
    expect(when("2026-11-24T08:00:00Z", zone, now)).toBe("Tue 24 Nov, 09:00");
  });

  it("names the year when it is another one", () => {
    expect(when("2027-01-02T08:00:00Z", zone, now)).toContain("2027");
  });
});

describe("exact", () => {
  it("names day, second and zone", () => {
    expect(exact("2026-11-24T08:00:05Z", "America/New_York")).toMatch(
      /^Tuesday,? 24 November 2026 at 03:00:05, America\/New York$/,
    );
  });
});
