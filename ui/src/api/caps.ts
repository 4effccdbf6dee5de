import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { TalentCaps } from "./types";

/** What the talent has set themselves. */
export const capsQuery = (talentId: string) =>
  queryOptions({
    queryKey: ["caps", talentId],
    queryFn: () => answer(client.GET("/api/v1/talents/{talentId}/own-caps", { params: { path: { talentId } } })),
  });

/** Which posts these would move. It sets and moves nothing, so it is asked for whenever the form changes. */
export const capsPlanQuery = (talentId: string, caps: TalentCaps) =>
  queryOptions({
    queryKey: ["caps-plan", talentId, caps],
    queryFn: () => answer(client.POST("/api/v1/talents/{talentId}/own-caps/plan", { params: { path: { talentId } }, body: caps })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** Sets them, and moves exactly the posts of the plan with that digest. */
export function useSetCaps(talentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { caps: TalentCaps; digest: string }) =>
      answer(client.PUT("/api/v1/talents/{talentId}/own-caps", { params: { path: { talentId } }, body })),
    onSettled: () => {
      for (const key of ["caps", "variants", "overview", "talents", "accounts", "activity"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
