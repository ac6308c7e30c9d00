import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sessionKey, signOut } from "./session.queries.ts";

/** Nothing that was read stays behind for whoever sits down next. */
export const useSignOut = () => {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
  return () => mutate();
};
