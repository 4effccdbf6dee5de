import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "./editing";
import { forget, forgetOthers, keep, kept } from "./unsaved";

/** The browser's storage, with its keys as properties of its own. */
class MemoryStorage {
  setItem(key: string, value: string) {
    Object.assign(this, { [key]: value });
  }
  getItem(key: string) {
    return Object.getOwnPropertyDescriptor(this, key)?.value ?? null;
  }
  removeItem(key: string) {
    Reflect.deleteProperty(this, key);
  }
}

const draft = (text: string): Draft => ({ text, thread: [], firstComment: "", link: "", altTexts: {}, removed: [] });
const words = (text: string) => ({ version: 3, before: draft("Before"), draft: draft(text) });

describe("unsaved words", () => {
  beforeEach(() => vi.stubGlobal("sessionStorage", new MemoryStorage()));

  it("are their writer's, and nobody else's", () => {
    keep("ada", "v1", words("Mine"));
    expect(kept("ada", "v1")).toMatchObject(words("Mine"));
    expect(kept("bo", "v1")).toBeUndefined();
    expect(kept("ada", "v2")).toBeUndefined();
  });

  it("go when they are saved or given up", () => {
    keep("ada", "v1", words("Mine"));
    forget("ada", "v1");
    expect(kept("ada", "v1")).toBeUndefined();
  });

  it("go when another person signs in, and all of them with a sign-out", () => {
    keep("ada", "v1", words("Ada's"));
    keep("bo", "v1", words("Bo's"));
    forgetOthers("bo");
    expect(kept("ada", "v1")).toBeUndefined();
    expect(kept("bo", "v1")).toBeDefined();
    forgetOthers();
    expect(kept("bo", "v1")).toBeUndefined();
  });

  it("are at most twenty, of which the oldest go first", () => {
    for (let n = 0; n < 22; n++) keep("ada", `v${n}`, words("Mine"), n);
    expect(kept("ada", "v1")).toBeUndefined();
    expect(kept("ada", "v2")).toBeDefined();
    expect(kept("ada", "v21")).toBeDefined();
  });

  it("are not kept beyond any post's length", () => {
    keep("ada", "v1", words("x".repeat(300_000)));
    expect(kept("ada", "v1")).toBeUndefined();
  });

  it("are none when the storage holds something else", () => {
    sessionStorage.setItem("greenroom.unsaved.ada.v1", "{");
    expect(kept("ada", "v1")).toBeUndefined();
  });
});
