import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { talentsQuery } from "@/api/queries";
import type { Talent } from "@/api/types";

/** The talent that the switcher shows, if it shows one. */
export function useTalent(): Talent | undefined {
  const { talent } = useSearch({ strict: false });
  const { data } = useQuery(talentsQuery);
  return talent ? data?.find((one) => one.slug === talent) : undefined;
}
