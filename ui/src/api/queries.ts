import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, client, rememberCsrfToken } from "./client";
import type { Session, VariantState } from "./types";

/** Who is signed in, or null. Asked as `optional`, so that being signed out is an answer and not an error. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Infinity,
  queryFn: async (): Promise<Session | null> => {
    const call = await client.GET("/api/v1/session", { params: { query: { optional: true } } });
    if (call.response.status === 401 || call.response.status === 204) return null;
    const session = await answer(Promise.resolve(call));
    if (!session) return null;
    rememberCsrfToken(session.csrfToken);
    return session;
  },
});

export const overviewQuery = (talent?: string) =>
  queryOptions({
    queryKey: ["overview", talent ?? ""],
    queryFn: () => answer(client.GET("/api/v1/overview", { params: { query: { talent } } })),
  });

export const talentsQuery = queryOptions({
  queryKey: ["talents"],
  queryFn: () => answer(client.GET("/api/v1/talents", { params: { query: { limit: 200 } } })).then((page) => page.items),
});

export const talentQuery = (id: string) =>
  queryOptions({
    queryKey: ["talents", id],
    queryFn: () => answer(client.GET("/api/v1/talents/{id}", { params: { path: { id } } })),
  });

export const accountsQuery = (talent?: string) =>
  queryOptions({
    queryKey: ["accounts", talent ?? ""],
    queryFn: () =>
      answer(client.GET("/api/v1/accounts", { params: { query: { talent, limit: 200 } } })).then((page) => page.items),
  });

export interface VariantFilter {
  states: VariantState[];
  talent?: string;
  /** By the time they go out, unless what went out last shall come first. */
  order?: "due" | "newest";
}

/** Posts of some states, page after page. */
export const variantsQuery = ({ states, talent, order = "due" }: VariantFilter) =>
  infiniteQueryOptions({
    queryKey: ["variants", "list", states.join(","), talent ?? "", order],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        client.GET("/api/v1/variants", {
          params: { query: { state: states.join(","), talent, order, cursor: pageParam || undefined, limit: 50 } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor || undefined,
  });

export const variantQuery = (id: string) =>
  queryOptions({
    queryKey: ["variants", "one", id],
    queryFn: () => answer(client.GET("/api/v1/variants/{id}", { params: { path: { id } } })),
  });

export const requestsQuery = (talent?: string) =>
  queryOptions({
    queryKey: ["requests", talent ?? ""],
    queryFn: () =>
      answer(client.GET("/api/v1/post-requests", { params: { query: { talent, limit: 50 } } })).then((page) => page.items),
  });

export const activityQuery = (talent?: string) =>
  infiniteQueryOptions({
    queryKey: ["activity", talent ?? ""],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(client.GET("/api/v1/activity", { params: { query: { talent, cursor: pageParam || undefined, limit: 50 } } })),
    getNextPageParam: (page) => page.nextCursor || undefined,
  });
