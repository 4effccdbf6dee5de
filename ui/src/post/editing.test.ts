import { describe, expect, it } from "vitest";
import type { Variant } from "@/api/types";
import { changeOf, draftOf } from "./editing";

const variant = {
  content: {
    text: "One",
    thread: ["Two", "Three"],
    link: "https://example.org",
    media: [{ sha256: "abc", url: "", mediaType: "image/png", width: 1, height: 1, altText: "A dog" }],
    options: {},
  },
} as unknown as Variant;

describe("changeOf", () => {
  it("is empty when nothing was changed", () => {
    expect(changeOf(draftOf(variant), variant)).toEqual({});
  });

  it("holds only what was changed", () => {
    expect(changeOf({ ...draftOf(variant), text: "Uno" }, variant)).toEqual({ text: "Uno" });
    expect(changeOf({ ...draftOf(variant), altTexts: { abc: "A cat" } }, variant)).toEqual({ altTexts: { abc: "A cat" } });
    expect(changeOf({ ...draftOf(variant), removed: ["abc"] }, variant)).toEqual({ removeMedia: ["abc"] });
  });

  it("drops posts of a thread that were left empty", () => {
    expect(changeOf({ ...draftOf(variant), thread: ["Two", " "] }, variant)).toEqual({ thread: ["Two"] });
  });

  it("sends an emptied link as an empty one, so that it is removed", () => {
    expect(changeOf({ ...draftOf(variant), link: "" }, variant)).toEqual({ link: "" });
  });
});
