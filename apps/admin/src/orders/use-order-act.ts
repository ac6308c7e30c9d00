import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ordersKey } from "./orders.queries.ts";

/** Does it, then reads again whatever says something about orders. */
export const useOrderAct = <Input>(act: (input: Input) => Promise<unknown>, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    // Also after a "no": somebody else was faster, and the page should say so.
    onSettled: () => client.invalidateQueries({ queryKey: ordersKey }),
  });
};
