import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { FollowUp, FollowUpAction, Variant, VariantEdit } from "./types";

interface VariantPage {
  items: Variant[];
  nextCursor?: string | null;
}

type Cached = Variant | InfiniteData<VariantPage> | undefined;

/** A variant that some list of the page holds already. */
export function known(queries: QueryClient, id: string): Variant | undefined {
  for (const [, cached] of queries.getQueriesData<Cached>({ queryKey: ["variants", "list"] })) {
    if (!isList(cached)) continue;
    const found = cached.pages.flatMap((page) => page.items).find((variant) => variant.id === id);
    if (found) return found;
  }
  return undefined;
}

function isList(cached: Cached): cached is InfiniteData<VariantPage> {
  return cached !== undefined && "pages" in cached;
}

/** Puts a newer version of a variant wherever the page shows it. */
export function show(queries: QueryClient, id: string, change: (variant: Variant) => Variant) {
  const one = (variant: Variant) => (variant.id === id ? change(variant) : variant);
  queries.setQueriesData<Cached>({ queryKey: ["variants"] }, (cached) => {
    if (!cached) return cached;
    if (!isList(cached)) return one(cached);
    return { ...cached, pages: cached.pages.map((page) => ({ ...page, items: page.items.map(one) })) };
  });
}

/** When an approved post goes out: at the next free slot, at the network's next best time, now, or at an instant. */
export type Timing = { kind: "next" } | { kind: "best" } | { kind: "now" } | { kind: "at"; at: string };

/** What somebody chose. Who chose nothing takes the proposed time, which the server mends if it no longer fits. */
export type Choice = Timing | undefined;

export function publishAtOf(choice: Choice): string | undefined {
  return choice?.kind === "at" ? choice.at : choice?.kind === "now" || choice?.kind === "best" ? choice.kind : undefined;
}

/** One decision about a variant. The page shows the server's answer at once, and asks again for what hangs on it. */
function useDecision<Wish extends { variant: Variant }>(
  decide: (wish: Wish) => Promise<Variant>,
  expected?: (wish: Wish) => Partial<Variant>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onMutate: async (wish) => {
      if (!expected) return;
      await queries.cancelQueries({ queryKey: ["variants"] });
      show(queries, wish.variant.id, (variant) => ({ ...variant, ...expected(wish) }));
    },
    onSuccess: (variant) => show(queries, variant.id, () => variant),
    onError: (_, { variant }) => show(queries, variant.id, () => variant),
    onSettled: () => {
      for (const key of ["variants", "overview", "talents", "activity"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

const path = (variant: Variant) => ({ path: { id: variant.id } });

export function useApprove() {
  return useDecision(
    ({ variant, choice, confirmRepeat }: { variant: Variant; choice: Choice; confirmRepeat?: boolean }) =>
      answer(
        client.POST("/api/v1/variants/{id}/approval", {
          params: path(variant),
          body: { contentHash: variant.contentHash, publishAt: publishAtOf(choice), confirmRepeat },
        }),
      ),
    ({ variant }) => ({ state: "approved", decidedBy: variant.decidedBy, actions: [] }),
  );
}

/** Against the newest version that the page knows: a post is queued by itself, which nobody has to look at first. */
export function useTakeBack() {
  const queries = useQueryClient();
  return useDecision(({ variant }: { variant: Variant }) =>
    answer(
      client.DELETE("/api/v1/variants/{id}/approval", {
        params: { ...path(variant), query: { version: Math.max(variant.version, known(queries, variant.id)?.version ?? 0) } },
      }),
    ),
  );
}

export function useEdit() {
  return useDecision(({ variant, edit }: { variant: Variant; edit: VariantEdit }) =>
    answer(client.PATCH("/api/v1/variants/{id}", { params: path(variant), body: edit })),
  );
}

export function useReject() {
  return useDecision(({ variant, reason }: { variant: Variant; reason: string }) =>
    answer(client.POST("/api/v1/variants/{id}/rejection", { params: path(variant), body: { reason } })),
  );
}

export function useCancel() {
  return useDecision(({ variant, reason }: { variant: Variant; reason: string }) =>
    answer(client.POST("/api/v1/variants/{id}/cancellation", { params: path(variant), body: { reason } })),
  );
}

export function useReschedule() {
  return useDecision(({ variant, publishAt }: { variant: Variant; publishAt: string }) =>
    answer(
      client.POST("/api/v1/variants/{id}/schedule", {
        params: path(variant),
        body: { version: variant.version, publishAt },
      }),
    ),
  );
}

export function useRetry() {
  return useDecision(({ variant, confirmRepeat }: { variant: Variant; confirmRepeat?: boolean }) =>
    answer(
      client.POST("/api/v1/variants/{id}/retry", { params: path(variant), body: { contentHash: variant.contentHash, confirmRepeat } }),
    ),
  );
}

interface Settled {
  variant: Variant;
  published: boolean;
  /** Of the post that it is, where reading found some that may be it. */
  remoteId?: string;
  remoteUrl?: string;
}

export function useSettle() {
  return useDecision(({ variant, published, remoteId, remoteUrl }: Settled) =>
    answer(
      client.POST("/api/v1/variants/{id}/settlement", {
        params: path(variant),
        body: { version: variant.version, published, remoteId, remoteUrl },
      }),
    ),
  );
}

interface FollowUpDecided {
  variant: Variant;
  part: FollowUp;
  decision: FollowUpAction;
  remoteId?: string;
  remoteUrl?: string;
}

export function useFollowUpDecision() {
  return useDecision(({ variant, part, decision, remoteId, remoteUrl }: FollowUpDecided) =>
    answer(
      client.POST("/api/v1/variants/{id}/follow-ups/{position}/decision", {
        params: { path: { id: variant.id, position: part.position } },
        body: { version: part.version, decision, remoteId, remoteUrl },
      }),
    ),
  );
}
