import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { sessionKey } from "../session/session.queries.ts";
import { isDeclined } from "./problem.ts";

/** Whoever is signed out sees the sign-in at the same address, whichever answer said so first. */
export const createQueryClient = (): QueryClient => {
  const onError = (error: unknown) => {
    if (isDeclined(error, 401)) client.setQueryData(sessionKey, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => !(isDeclined(error) && error.status < 500) && failures < 2,
      },
    },
  });
  return client;
};
