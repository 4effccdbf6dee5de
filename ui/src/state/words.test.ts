import { describe, expect, it } from "vitest";
import type { Variant, VariantState } from "@/api/types";
import { pileNames, pileOf, statesOf } from "./piles";
import { stateWords, tones } from "./words";

const now = Date.parse("2026-11-21T12:00:00Z");
const talent = { id: "t", slug: "aurora", displayName: "Aurora", timeZone: "Europe/Stockholm" };
const of = (state: VariantState, more: Partial<Variant> = {}) =>
  ({ state, talent, actions: [], updatedAt: "2026-11-21T11:00:00Z", ...more }) as unknown as Variant;

describe("the words of a state", () => {
  it("name the talent to an operator, and say you to the talent", () => {
    expect(stateWords(of("awaiting_approval"), {}, now)).toBe("Waiting for Aurora");
    expect(stateWords(of("awaiting_approval"), { talentId: "t" }, now)).toBe("Waiting for you");
    expect(stateWords(of("approved", { decidedBy: "Aurora" }), {}, now)).toBe("Approved by Aurora");
    expect(stateWords(of("approved", { decidedBy: "Aurora" }), { talentId: "t" }, now)).toBe("Approved by you");
  });

  it("say when it goes out, and never a time that has passed", () => {
    expect(stateWords(of("queued", { publishAt: "2026-11-21T12:03:00Z" }), {}, now)).toBe("Going out in 3 min");
    expect(stateWords(of("queued", { publishAt: "2026-11-21T11:50:00Z" }), {}, now)).toBe("Going out now");
    expect(stateWords(of("publishing"), {}, now)).toBe("Going out now");
  });

  it("ask only those to look who may settle it", () => {
    expect(stateWords(of("unknown"), {}, now)).toBe("Not sure it went out: checking");
    expect(stateWords(of("unknown", { actions: ["settle_published"] }), {}, now)).toBe("Not sure it went out: please look");
  });

  it("give the reason", () => {
    expect(stateWords(of("failed", { failureReason: "no more credit" }), {}, now)).toBe("Failed: no more credit");
    expect(stateWords(of("blocked", { blockedReason: "it says never" }), {}, now)).toBe("Blocked: it says never");
    expect(stateWords(of("rejected", { rejectedReason: "Not now" }), {}, now)).toBe("Rejected: Not now");
  });
});

describe("the piles", () => {
  it("hold every state exactly once", () => {
    const all = pileNames.flatMap(statesOf);
    expect([...all].sort()).toEqual(Object.keys(tones).sort());
    for (const state of all) expect(statesOf(pileOf(state))).toContain(state);
  });
});
