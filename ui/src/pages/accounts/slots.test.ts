import { expect, it } from "vitest";
import { slotWords } from "./slots";

it("gathers days with the same times", () => {
  expect(
    slotWords([
      { day: "tuesday", time: "09:00" },
      { day: "thursday", time: "09:00" },
      { day: "friday", time: "17:15" },
    ]),
  ).toBe("Tue, Thu\u00A009:00 · Fri\u00A017:15");
});

it("lists several times of a day in their order", () => {
  expect(
    slotWords([
      { day: "monday", time: "17:00" },
      { day: "monday", time: "08:30" },
    ]),
  ).toBe("Mon\u00A008:30, 17:00");
});

it("says so when there are none", () => {
  expect(slotWords([])).toBe("no slots");
});
