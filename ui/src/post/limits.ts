import type { Account, Limits, Variant } from "@/api/types";

/** Where an address counts the same whatever its length. */
const urlWeights: Record<string, number> = { x: 23, mastodon: 23 };
const units: Record<string, Limits["unit"]> = { x: "weighted", mastodon: "graphemes" };

/** The account's limits as the server tells them; until they are there, what the version's own count says. */
export function limitsOf({ account, count }: Variant, known?: Account): Limits {
  return (
    known?.limits ?? {
      maxChars: count.max,
      unit: units[account.platform] ?? "chars",
      urlWeight: urlWeights[account.platform],
      maxImages: 0,
    }
  );
}
