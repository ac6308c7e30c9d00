import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  type AdjustmentRequest,
  Done,
  InventoryInfo,
  MovementList,
  StockList,
  type ThresholdRequest,
} from "@wares/contracts";
import type { Static } from "typebox";
import { ask, tell, withQuery } from "../api/ask.ts";

export const attentions = ["Reorder", "Low", "Out"] as const;
export type Attention = (typeof attentions)[number];
export type StockFilter = Readonly<{
  query?: string;
  attention?: Attention;
  sort?: "Sku" | "Available";
  after?: string;
  limit?: number;
}>;

export const stockKey = ["stock"] as const;

export const stockQuery = (filter: StockFilter) =>
  queryOptions({
    queryKey: [...stockKey, "list", filter],
    queryFn: ({ signal }) => ask(StockList, withQuery("stock/all", filter), signal),
    placeholderData: keepPreviousData,
  });

export const movementsQuery = (sku: string) =>
  infiniteQueryOptions({
    queryKey: [...stockKey, "movements", sku],
    queryFn: ({ signal, pageParam }) =>
      ask(
        MovementList,
        withQuery(`stock/${encodeURIComponent(sku)}/movements`, { after: pageParam }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const adjust = (sku: string, adjustment: AdjustmentRequest) =>
  tell(Done, `stock/${encodeURIComponent(sku)}/adjustments`, { method: "POST", body: adjustment });

const at = (sku: string) => `stock/${encodeURIComponent(sku)}`;

export const stockInfo = (sku: string) => ask(InventoryInfo, at(sku));

export const setThresholds = (
  sku: string,
  body: Static<typeof ThresholdRequest>,
  revision: number,
) => tell(InventoryInfo, `${at(sku)}/thresholds`, { method: "PUT", body, revision });
