import { describe, expect, it } from "vitest";
import type { Series } from "@/api/types";
import { t } from "@/messages";
import { draftOf, missingOf, previewOf, wishOf } from "./draft";

const zone = "Europe/Stockholm";
const now = Date.parse("2026-11-22T10:00:00Z");

const series: Series = {
  id: "1",
  name: "monday-sky",
  version: 3,
  talent: { id: "aurora", slug: "aurora", displayName: "Aurora", timeZone: zone },
  kind: "recurrence",
  text: "The sky this week.",
  accounts: [{ id: "masto", platform: "mastodon", handle: "@aurora", displayName: "Aurora" }],
  rule: "FREQ=WEEKLY;BYDAY=MO",
  start: "2026-11-30T09:00:30",
  end: "2027-06-30T12:00",
  exceptions: ["2026-12-28"],
  ended: false,
  times: [],
  mayPause: true,
  mayChange: true,
};

describe("a new series", () => {
  const fresh = draftOf(undefined, zone, now);

  it("begins tomorrow at nine on the talent's clock, on all accounts", () => {
    const wish = wishOf({ ...fresh, text: " The sky. " });
    expect(wish).toMatchObject({ text: "The sky.", accountIds: [], recurrence: { rule: "FREQ=WEEKLY;BYDAY=MO", start: "2026-11-23T09:00" } });
    expect(wish.evergreen).toBeUndefined();
  });

  it("wants words, a time and somewhere to go", () => {
    expect(missingOf(fresh)).toMatchObject({ text: t.series.textMissing, often: undefined });
    expect(missingOf({ ...fresh, text: "x", accounts: [] }).accounts).toBe(t.ask.accountsMissing);
    expect(missingOf({ ...fresh, text: "x", start: { date: "", time: "09:00" } }).start).toBe(t.move.missing);
    expect(missingOf({ ...fresh, text: "x", link: "www" }).link).toBe(t.ask.linkWrong);
    expect(Object.values(missingOf({ ...fresh, text: "x" })).filter(Boolean)).toEqual([]);
  });

  it("that repeats a post needs the post and no words", () => {
    const again = { ...fresh, kind: "evergreen" as const };
    expect(missingOf(again).again).toBe(t.series.postMissing);
    const chosen = { ...again, again: { post: "p", days: 30, times: 0 } };
    expect(missingOf(chosen).again).toBe(t.series.againMissing);
    const whole = { ...again, again: { post: "p", days: 30, times: 6 } };
    expect(Object.values(missingOf(whole)).filter(Boolean)).toEqual([]);
    expect(previewOf(whole, "aurora")).toEqual({ talentId: "aurora", evergreen: { postId: "p", intervalDays: 30, maximum: 6 } });
  });
});

describe("a series that is changed", () => {
  it("keeps what the form doesn't show", () => {
    expect(wishOf(draftOf(series, zone, now), series)).toEqual({
      text: "The sky this week.",
      link: undefined,
      accountIds: ["masto"],
      recurrence: { rule: "FREQ=WEEKLY;BYDAY=MO", start: "2026-11-30T09:00:30", end: "2027-06-30T12:00", exceptions: ["2026-12-28"] },
    });
  });

  it("takes what was changed", () => {
    const draft = draftOf(series, zone, now);
    const changed = { ...draft, start: { date: "2026-12-01", time: "10:00" }, often: { ...draft.often, lastDay: "2027-05-01" } };
    expect(wishOf(changed, series).recurrence).toMatchObject({ start: "2026-12-01T10:00", end: "2027-05-01" });
  });
});
