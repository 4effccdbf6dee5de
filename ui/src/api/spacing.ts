import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { SpacingPlan } from "./types";

export interface SpacingWish {
  /** In the order in which they shall go out. */
  variants: string[];
  /** The first day, `2026-11-24`. */
  from: string;
  days: number;
}

/** Where the posts would be put. It moves nothing, so it is asked for whenever the wish changes. */
export const spacingQuery = (wish: SpacingWish) =>
  queryOptions({
    queryKey: ["spacing", wish],
    queryFn: () => answer(client.POST("/api/v1/spacing-plans", { body: wish })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** The yes to exactly that plan. */
export function useAcceptSpacing() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ posts, from, days, digest }: SpacingPlan) =>
      answer(
        client.POST("/api/v1/spacing-plans/acceptance", {
          body: { variants: posts.map(({ variantId, version }) => ({ id: variantId, version })), from, days, digest },
        }),
      ),
    onSettled: () => {
      for (const key of ["variants", "overview", "talents", "accounts", "activity"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
