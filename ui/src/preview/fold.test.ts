import { describe, expect, it } from "vitest";
import { beforeFold } from "./fold";

const long = "word ".repeat(100).trim();

describe("beforeFold", () => {
  it("leaves a short text alone", () => {
    expect(beforeFold("linkedin", "Short.")).toBe("Short.");
  });

  it("cuts a long paragraph between words", () => {
    const head = beforeFold("linkedin", long);
    expect(head.length).toBeLessThanOrEqual(3 * 72);
    expect(head.length).toBeGreaterThan(150);
    expect(head.endsWith("word")).toBe(true);
    expect(long.startsWith(head)).toBe(true);
  });

  it("counts empty lines as lines", () => {
    expect(beforeFold("linkedin", "One\n\nTwo\n\nThree")).toBe("One\n\nTwo");
  });

  it("keeps a first paragraph whole when the fold comes right after it", () => {
    const paragraph = "x ".repeat(50).trim();
    expect(beforeFold("linkedin", `${paragraph}\n\nSecond paragraph`)).toBe(paragraph);
  });

  it("cuts nothing where the network shows everything", () => {
    expect(beforeFold("x", long)).toBe(long);
    expect(beforeFold("mastodon", long)).toBe(long);
  });
});
