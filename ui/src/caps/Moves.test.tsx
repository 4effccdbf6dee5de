import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { CapsPlan, PlannedPost } from "@/api/types";
import { Moves } from "./Moves";

const post = (more: Partial<PlannedPost>): PlannedPost => ({
  variantId: String(Math.random()),
  version: 1,
  title: "The ice remembers",
  talent: { id: "t", slug: "aurora", displayName: "Aurora", timeZone: "Europe/Stockholm" },
  account: { id: "a", platform: "mastodon", handle: "@aurora", displayName: "Aurora" },
  publishAt: "2026-11-23T21:30:00Z",
  at: "2026-11-24T08:00:00Z",
  moves: true,
  needsApproval: false,
  reason: "It is inside the quiet hours (set by the talent: quiet hours 22:00 to 08:00).",
  ...more,
});

const shown = (...posts: PlannedPost[]) => {
  const count = (is: (one: PlannedPost) => boolean) => posts.filter(is).length;
  const plan: CapsPlan = { posts, moving: count((one) => one.moves), needingApproval: count((one) => one.needsApproval), staying: count((one) => !one.moves), digest: "d" };
  return renderToStaticMarkup(
    <MantineProvider>
      <Moves plan={plan} />
    </MantineProvider>,
  );
};

describe("what one's own limits move", () => {
  it("says that nothing moves, and shows no list then", () => {
    expect(shown()).toContain("No scheduled post has to move.");
    expect(shown()).not.toContain("<details");
  });

  it("counts them, and says for each from when to when and why, on the talent's clock", () => {
    const three = shown(post({}), post({}), post({}));
    expect(three).toContain("3 posts will move.");
    expect(three).toContain("22:30");
    expect(three).toContain("09:00");
    expect(three).toContain("set by the talent");
    expect(three).not.toContain("yes again");
  });

  it("says which need a new yes and which find no time", () => {
    expect(shown(post({ needsApproval: true }))).toContain("1 of them needs your yes again");
    const held = shown(post({ at: undefined, moves: false }));
    expect(held).toContain("No scheduled post has to move.");
    expect(held).toContain("1 post finds no other time");
    expect(held).toContain("Won&#x27;t go out");
  });
});
