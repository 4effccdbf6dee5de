import { expect, it } from "vitest";
import type { Variant } from "@/api/types";
import { matches } from "./filter";

const variant = {
  post: { title: "Spring tour" },
  content: { text: "Five cities", thread: ["Malmö at last"] },
  talent: { displayName: "Aurora" },
  account: { platform: "linkedin", handle: "aurora-l" },
} as unknown as Variant;

it("wants every word, wherever it stands", () => {
  expect(matches(variant, "spring linkedin")).toBe(true);
  expect(matches(variant, "spring mastodon")).toBe(false);
  expect(matches(variant, "malmo")).toBe(true);
});

it("matches everything with nothing", () => {
  expect(matches(variant, " ")).toBe(true);
});
