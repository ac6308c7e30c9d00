import { queryOptions } from "@tanstack/react-query";
import { type Currency, Funnel, SalesByDay, TopProducts } from "@wares/contracts";
import { ask, withQuery } from "../api/ask.ts";

export type Period = Readonly<{ from: string; to: string; currency: Currency }>;

const key = ["analytics"] as const;

export const salesQuery = (period: Period) =>
  queryOptions({
    queryKey: [...key, "sales", period],
    queryFn: ({ signal }) => ask(SalesByDay, withQuery("analytics/sales", period), signal),
  });

export const topProductsQuery = (period: Period) =>
  queryOptions({
    queryKey: [...key, "top-products", period],
    queryFn: ({ signal }) => ask(TopProducts, withQuery("analytics/top-products", period), signal),
    staleTime: 60_000,
  });

export const funnelQuery = (period: Period) =>
  queryOptions({
    queryKey: [...key, "funnel", period],
    queryFn: ({ signal }) => ask(Funnel, withQuery("analytics/funnel", period), signal),
    staleTime: 60_000,
  });
