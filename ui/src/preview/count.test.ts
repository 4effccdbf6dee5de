import { describe, expect, it } from "vitest";
import { count, fullness, outgoing } from "./count";

const x = { unit: "weighted", urlWeight: 23 } as const;
const mastodon = { unit: "graphemes", urlWeight: 23 } as const;
const linkedin = { unit: "chars" } as const;

describe("on X", () => {
  it("Latin letters count one, Chinese ones and emoji two", () => {
    expect(count("hello", x)).toBe(5);
    expect(count("你好", x)).toBe(4);
    expect(count("ok 👍", x)).toBe(5);
  });

  it("an emoji made of several counts as one emoji", () => {
    expect(count("👩‍👩‍👧‍👦", x)).toBe(2);
    expect(count("👍🏽", x)).toBe(2);
    expect(count("🇸🇪", x)).toBe(2);
  });

  it("an address counts 23 whatever its length", () => {
    expect(count("https://a.se", x)).toBe(23);
    expect(count(`Look: https://example.org/${"long/".repeat(40)}`, x)).toBe(6 + 23);
  });

  it("the full stop after an address still counts", () => {
    expect(count("See https://example.org/a.", x)).toBe(4 + 23 + 1);
  });

  it("a bare name is an address under a usual ending, or a country's with a path", () => {
    expect(count("go to example.org/about now", x)).toBe(6 + 23 + 4);
    expect(count("example.se/a", x)).toBe(23);
    expect(count("www.example.se", x)).toBe(23);
    expect(count("example.se", x)).toBe(10);
    expect(count("node.js", x)).toBe(7);
    expect(count("End.Start of it", x)).toBe(15);
    expect(count("anna@example.org", x)).toBe(16);
  });

  it("a letter with a separate accent counts one", () => {
    expect(count("e\u0301", x)).toBe(1);
  });
});

describe("on Mastodon", () => {
  it("an address counts 23 and an emoji one", () => {
    expect(count("https://example.org/very/long/address/indeed 👩‍👩‍👧‍👦", mastodon)).toBe(23 + 1 + 1);
  });
});

describe("on LinkedIn", () => {
  it("every character counts, addresses too", () => {
    expect(count("https://example.org/abc", linkedin)).toBe(23);
    expect(count("https://example.org/abcd", linkedin)).toBe(24);
    expect(count("a👍", linkedin)).toBe(3);
  });
});

describe("outgoing", () => {
  it("carries the link after an empty line, once", () => {
    expect(outgoing("Look", "https://a.se")).toBe("Look\n\nhttps://a.se");
    expect(outgoing("Look https://a.se", "https://a.se")).toBe("Look https://a.se");
    expect(outgoing("Look", "")).toBe("Look");
    expect(outgoing("", "https://a.se")).toBe("https://a.se");
  });
});

describe("fullness", () => {
  it("turns amber at nine tenths and red beyond the limit", () => {
    expect(fullness(251, 280)).toBe("fine");
    expect(fullness(252, 280)).toBe("nearly");
    expect(fullness(280, 280)).toBe("nearly");
    expect(fullness(281, 280)).toBe("over");
  });
});
