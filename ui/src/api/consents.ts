import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { NewStandingApproval } from "./types";

/** What the talent's owner has lastingly allowed. */
export const consentsQuery = (talentId: string) =>
  queryOptions({
    queryKey: ["consents", talentId],
    queryFn: () => answer(client.GET("/api/v1/talents/{talentId}/standing-approvals", { params: { path: { talentId } } })),
  });

export function useAllow(talentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewStandingApproval) =>
      answer(client.POST("/api/v1/talents/{talentId}/standing-approvals", { params: { path: { talentId } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["consents"] }),
  });
}

export function useRevoke(talentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(client.DELETE("/api/v1/talents/{talentId}/standing-approvals/{id}", { params: { path: { talentId, id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["consents"] }),
  });
}
