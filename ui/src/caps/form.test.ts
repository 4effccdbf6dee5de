import { describe, expect, it } from "vitest";
import { capsOf, formOf, pauses, same } from "./form";

const full = { dailyCap: 2, pauseMinutes: 360, quietHours: { from: "22:00", until: "08:00" } };

describe("the form of one's own limits", () => {
  it("says again what it was made of", () => {
    expect(capsOf(formOf(full))).toEqual(full);
    expect(capsOf(formOf({}))).toEqual({});
  });

  it("says nothing while one end of the quiet hours is missing", () => {
    expect(capsOf({ ...formOf(full), until: "" })).toBeUndefined();
    expect(capsOf({ ...formOf(full), from: "" })).toBeUndefined();
  });

  it("knows whether something was changed", () => {
    expect(same(formOf(full), formOf(full))).toBe(true);
    for (const other of [{ dailyCap: 3 }, { pauseMinutes: 60 }, { quietHours: { from: "21:00", until: "08:00" } }, { quietHours: { from: "22:00", until: "09:00" } }]) {
      expect(same(formOf(full), formOf({ ...full, ...other }))).toBe(false);
    }
  });

  it("offers the pause that is set, also an unusual one, and in order", () => {
    expect(pauses().map(({ label }) => label).slice(0, 3)).toEqual(["No limit of your own", "1 hour", "2 hours"]);
    expect(pauses(90).map(({ label }) => label)).toContain("1 hour 30 minutes");
    expect(pauses(90).map(({ value }) => Number(value))).toEqual([0, 60, 90, 120, 240, 360, 720, 1440, 2880, 4320, 10080]);
    expect(pauses(10080).at(-1)?.label).toBe("7 days");
    expect(pauses(60)).toHaveLength(pauses().length);
  });
});
