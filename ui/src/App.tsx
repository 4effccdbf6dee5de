import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "./api/problem";
import { sessionQuery } from "./api/queries";
import { makeRouter } from "./router";
import { Notices } from "./shell/Notices";
import { saySignedOut } from "./shell/say";
import { theme, variables } from "./theme/theme";

function start() {
  // Said rather than done: going to the sign-in at once would lose what somebody is writing.
  const lostSession = (error: Error) => {
    if (error instanceof ApiError && error.status === 401 && queries.getQueryData(sessionQuery.queryKey)) saySignedOut();
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
  return { queries, router: makeRouter(queries) };
}

export function App() {
  const [{ queries, router }] = useState(start);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notices />
      </QueryClientProvider>
    </MantineProvider>
  );
}
