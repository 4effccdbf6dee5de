import type { VariantState } from "@/api/types";

/** The states as an operator sorts them: what waits, what goes out, what is live, what needs care, what is closed. */
export const piles = {
  waiting: ["awaiting_approval", "draft"],
  "going-out": ["approved", "queued", "publishing"],
  live: ["published"],
  care: ["failed", "unknown", "blocked"],
  closed: ["rejected", "cancelled", "taken_down"],
} as const satisfies Record<string, readonly VariantState[]>;

export type Pile = keyof typeof piles;

export const pileNames = Object.keys(piles) as Pile[];

export function isPile(value: unknown): value is Pile {
  return typeof value === "string" && value in piles;
}

export function statesOf(pile: Pile): VariantState[] {
  return [...piles[pile]];
}

export function pileOf(state: VariantState): Pile {
  return pileNames.find((name) => statesOf(name).includes(state)) ?? "waiting";
}
