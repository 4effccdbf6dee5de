import { expect, it } from "vitest";
import type { Activity } from "@/api/types";
import { daysOf } from "./days";

const now = Date.parse("2026-11-21T12:00:00Z");
const at = (time: string) => ({ id: time, at: time }) as Activity;

it("puts acts under the reader's day", () => {
  const days = daysOf([at("2026-11-21T00:30:00Z"), at("2026-11-20T23:30:00Z"), at("2026-11-18T10:00:00Z")], now, "Europe/Stockholm");
  expect(days.map((day) => day.acts.length)).toEqual([2, 1]);
  expect(days[0]?.name).toBe("Today");
  expect(days[1]?.name).toMatch(/18 November 2026/);
});

it("knows yesterday", () => {
  expect(daysOf([at("2026-11-20T20:00:00Z")], now, "UTC")[0]?.name).toBe("Yesterday");
});
