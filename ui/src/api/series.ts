import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { NewSeries, Series, SeriesChange, SeriesPreviewWish } from "./types";

/** What is said again and again: of one talent, or of all that one sees. */
export const seriesQuery = (talent?: string) =>
  queryOptions({
    queryKey: ["series", talent ?? ""],
    queryFn: () => answer(client.GET("/api/v1/series", { params: { query: { talent } } })),
  });

/** The next times that a series would have, on the talent's clock. It stores nothing, so it is asked whenever the wish changes. */
export const seriesPreviewQuery = (wish: SeriesPreviewWish) =>
  queryOptions({
    queryKey: ["series-preview", wish],
    queryFn: () => answer(client.POST("/api/v1/series/preview", { body: wish })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

function useAct<Wish>(act: (wish: Wish) => Promise<Series>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      for (const key of ["series", "activity"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

const path = (id: string) => ({ path: { id } });

/** Makes a series. The key is the same until it was accepted: pressing again after a lost answer makes no second one. */
export function useMakeSeries(key: string) {
  return useAct((body: NewSeries) => answer(client.POST("/api/v1/series", { params: { header: { "Idempotency-Key": key } }, body })));
}

export function useChangeSeries() {
  return useAct(({ id, body }: { id: string; body: SeriesChange }) => answer(client.PUT("/api/v1/series/{id}", { params: path(id), body })));
}

/** Pauses a series, or lets it go on. */
export function usePause() {
  return useAct(({ id, goesOn }: { id: string; goesOn: boolean }) =>
    answer(
      goesOn
        ? client.DELETE("/api/v1/series/{id}/pause", { params: path(id) })
        : client.POST("/api/v1/series/{id}/pause", { params: path(id) }),
    ),
  );
}

/** Ends a series in ten seconds, or takes that back. */
export function useEnd() {
  return useAct(({ id, goesOn }: { id: string; goesOn: boolean }) =>
    answer(
      goesOn
        ? client.DELETE("/api/v1/series/{id}/end", { params: path(id) })
        : client.POST("/api/v1/series/{id}/end", { params: path(id) }),
    ),
  );
}
