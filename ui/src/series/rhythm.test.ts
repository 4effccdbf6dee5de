import { describe, expect, it } from "vitest";
import { rhythm } from "./rhythm";

describe("a rule in words", () => {
  it.each([
    ["FREQ=WEEKLY;BYDAY=MO", "Every week on Monday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,TU;COUNT=10", "Every 2 weeks on Tuesday and Friday"],
    ["FREQ=DAILY", "Every day"],
    ["FREQ=MONTHLY;UNTIL=20271231", "Every month"],
  ])("says %s", (rule, words) => {
    expect(rhythm(rule)).toBe(words);
  });

  it.each(["FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYDAY=MO"])("leaves %s as it is", (rule) => {
    expect(rhythm(rule)).toBe(`By the rule ${rule}`);
  });
});
