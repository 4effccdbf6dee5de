import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { NewStop } from "./types";

/** What is stopped now, of one talent or of all that one sees. */
export const stopsQuery = (talent?: string) =>
  queryOptions({
    queryKey: ["stops", talent ?? ""],
    queryFn: () => answer(client.GET("/api/v1/stops", { params: { query: { talent } } })).then((list) => list.items),
  });

function useRefresh() {
  const queries = useQueryClient();
  return () => {
    for (const key of ["stops", "talents", "variants", "overview", "activity"]) void queries.invalidateQueries({ queryKey: [key] });
  };
}

export function useStop() {
  return useMutation({ mutationFn: (body: NewStop) => answer(client.POST("/api/v1/stops", { body })), onSettled: useRefresh() });
}

export function useGoOn() {
  return useMutation({
    mutationFn: (id: string) => answer(client.DELETE("/api/v1/stops/{id}", { params: { path: { id } } })),
    onSettled: useRefresh(),
  });
}
