import { describe, expect, it } from "vitest";
import { t } from "@/messages";
import { oftenOf, ruleOf, weekly, type Often } from "./rule";

const often = (change: Partial<Often>): Often => ({ ...weekly, ...change });

describe("what is chosen becomes a rule", () => {
  it.each<[Partial<Often>, string]>([
    [{ kind: "daily" }, "FREQ=DAILY"],
    [{ kind: "daily", every: 3 }, "FREQ=DAILY;INTERVAL=3"],
    [{ days: ["FR", "MO"] }, "FREQ=WEEKLY;BYDAY=MO,FR"],
    [{ every: 2, days: ["TU"], ends: "after", times: 10 }, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10"],
    [{ kind: "date", date: "15" }, "FREQ=MONTHLY;BYMONTHDAY=15"],
    [{ kind: "date", date: "-1" }, "FREQ=MONTHLY;BYMONTHDAY=-1"],
    [{ kind: "weekday", nth: "-1", weekday: "FR" }, "FREQ=MONTHLY;BYDAY=-1FR"],
    [{ kind: "custom", custom: " RRULE:freq=daily;byhour=9,17; " }, "FREQ=DAILY;BYHOUR=9,17"],
  ])("%o", (change, rule) => {
    expect(ruleOf(often(change))).toEqual({ rule, end: undefined });
  });

  it("ends on a day", () => {
    expect(ruleOf(often({ ends: "on", lastDay: "2027-06-30" }))).toEqual({ rule: "FREQ=WEEKLY;BYDAY=MO", end: "2027-06-30" });
  });

  it.each<[Partial<Often>, string]>([
    [{ days: [] }, t.series.daysMissing],
    [{ every: "" }, t.series.everyMissing],
    [{ every: 1.5 }, t.series.everyMissing],
    [{ kind: "custom", custom: " " }, t.series.ruleMissing],
    [{ ends: "on" }, t.series.lastDayMissing],
    [{ ends: "after", times: 0 }, t.series.timesMissing],
  ])("%o says what is missing", (change, missing) => {
    expect(ruleOf(often(change))).toEqual({ missing });
  });
});

describe("a rule is shown as it was chosen", () => {
  it.each([
    ["FREQ=DAILY", "daily"],
    ["FREQ=DAILY;INTERVAL=3;COUNT=4", "daily"],
    ["FREQ=WEEKLY;BYDAY=MO,FR", "weekly"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "date"],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=3TH;COUNT=5", "weekday"],
  ])("%s", (rule, kind) => {
    const shown = oftenOf({ rule });
    expect(shown.kind).toBe(kind);
    expect(ruleOf(shown)).toEqual({ rule, end: undefined });
  });

  it.each(["FREQ=WEEKLY", "FREQ=DAILY;BYHOUR=9,17", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630", "FREQ=MONTHLY;BYDAY=5MO"])(
    "%s stays as it is written",
    (rule) => {
      const shown = oftenOf({ rule });
      expect(shown).toMatchObject({ kind: "custom", custom: rule });
      expect(ruleOf(shown)).toEqual({ rule, end: undefined });
    },
  );

  it("keeps its last day", () => {
    expect(ruleOf(oftenOf({ rule: "FREQ=DAILY", end: "2027-06-30" }))).toEqual({ rule: "FREQ=DAILY", end: "2027-06-30" });
    expect(ruleOf(oftenOf({ rule: "FREQ=DAILY;COUNT=3", end: "2027-06-30" }))).toEqual({ rule: "FREQ=DAILY;COUNT=3", end: "2027-06-30" });
  });
});
