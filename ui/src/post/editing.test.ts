import { describe, expect, it } from "vitest";
import type { Variant } from "@/api/types";
import { changeOf, draftOf, pictureFields, same, threadFields } from "./editing";

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
    expect(changeOf(draftOf(variant), draftOf(variant))).toEqual({});
  });

  it("holds only what was changed", () => {
    expect(changeOf({ ...draftOf(variant), text: "Uno" }, draftOf(variant))).toEqual({ text: "Uno" });
    expect(changeOf({ ...draftOf(variant), altTexts: { abc: "A cat" } }, draftOf(variant))).toEqual({ altTexts: { abc: "A cat" } });
    expect(changeOf({ ...draftOf(variant), removed: ["abc"] }, draftOf(variant))).toEqual({ removeMedia: ["abc"] });
  });

  it("drops posts of a thread that were left empty", () => {
    expect(changeOf({ ...draftOf(variant), thread: ["Two", " "] }, draftOf(variant))).toEqual({ thread: ["Two"] });
  });

  it("sends an emptied link as an empty one, so that it is removed", () => {
    expect(changeOf({ ...draftOf(variant), link: "" }, draftOf(variant))).toEqual({ link: "" });
  });
});

describe("the server's names of fields", () => {
  const draft = draftOf(variant);

  it("count the posts of a thread that are sent", () => {
    const thread = { ...draft, thread: ["Two", " ", "Three"] };
    expect(threadFields(thread, 0)).toEqual(["thread[0]"]);
    expect(threadFields(thread, 1)).toEqual([]);
    expect(threadFields(thread, 2)).toEqual(["thread[1]"]);
  });

  it("count the pictures that stay", () => {
    const picture = (sha256: string) => ({ sha256, url: "", mediaType: "image/png", width: 1, height: 1, altText: "" });
    const media = [picture("a"), picture("b")];
    expect(pictureFields(media, draft, "b")).toEqual(["media[1].altText", "media[1]", "altTexts[b]"]);
    expect(pictureFields(media, { ...draft, removed: ["a"] }, "b")).toContain("media[0].altText");
    expect(pictureFields(media, { ...draft, removed: ["b"] }, "b")).toEqual([]);
  });
});

describe("same", () => {
  it("sees any difference", () => {
    const draft = draftOf(variant);
    expect(same(draft, draftOf(variant))).toBe(true);
    expect(same(draft, { ...draft, link: "" })).toBe(false);
    expect(same(draft, { ...draft, altTexts: {} })).toBe(false);
  });
});
