import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "./api/problem";
import { sessionQuery } from "./api/queries";
import { makeRouter } from "./router";
import { theme, variables } from "./theme/theme";

function start() {
  const lostSession = (error: Error) => {
    if (!(error instanceof ApiError) || error.status !== 401) return;
    if (queries.getQueryData(sessionQuery.queryKey) === null) return;
    queries.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: lostSession }),
    mutationCache: new MutationCache({ onError: lostSession }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => !(error instanceof ApiError && error.status < 500) && failures < 2,
      },
    },
  });
  const router = makeRouter(queries);
  return { queries, router };
}

export function App() {
  const [{ queries, router }] = useState(start);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications position="bottom-right" limit={4} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
