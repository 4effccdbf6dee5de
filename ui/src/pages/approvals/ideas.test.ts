import { describe, expect, it } from "vitest";
import type { Variant } from "@/api/types";
import { ideasOf } from "./ideas";

const of = (post: string, createdAt: string, platform: string) =>
  ({ id: `${post}-${platform}`, post: { id: post, createdAt }, account: { platform, handle: "h" } }) as Variant;

describe("ideasOf", () => {
  const mixed = [of("b", "2026-02", "x"), of("a", "2026-01", "mastodon"), of("b", "2026-02", "linkedin"), of("a", "2026-01", "linkedin")];

  it("puts the versions of one idea together, the oldest idea first", () => {
    expect(ideasOf(mixed).map((idea) => idea.id)).toEqual(["a", "b"]);
  });

  it("keeps the accounts in the same order however the versions arrive", () => {
    const names = (variants: Variant[]) => ideasOf(variants).flatMap((idea) => idea.variants.map((variant) => variant.id));
    expect(names(mixed)).toEqual(["a-linkedin", "a-mastodon", "b-linkedin", "b-x"]);
    expect(names([...mixed].reverse())).toEqual(names(mixed));
  });
});
