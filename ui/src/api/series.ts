import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";

/** What is said again and again: of one talent, or of all that one sees. */
export const seriesQuery = (talent?: string) =>
  queryOptions({
    queryKey: ["series", talent ?? ""],
    queryFn: () => answer(client.GET("/api/v1/series", { params: { query: { talent } } })).then((list) => list.items),
  });

/** Pauses a series, or lets it go on. */
export function usePause() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, goesOn }: { id: string; goesOn: boolean }) => {
      const params = { path: { id } };
      return answer(goesOn ? client.DELETE("/api/v1/series/{id}/pause", { params }) : client.POST("/api/v1/series/{id}/pause", { params }));
    },
    onSettled: () => {
      for (const key of ["series", "activity"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
