import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { answer, client } from "@/api/client";
import { sessionQuery } from "@/api/queries";
import { sayError } from "./say";

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    try {
      await answer(client.DELETE("/api/v1/session"));
    } catch (error) {
      return sayError(error);
    }
    await router.navigate({ to: "/sign-in", search: {}, ignoreBlocker: true }).catch(() => undefined);
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, null);
    await router.invalidate();
  };
}
