import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  FlashSale,
  type FlashSaleChange,
  FlashSaleFigures,
  FlashSaleList,
  type FlashSaleRequest,
  type FlashSaleStatus,
} from "@wares/contracts";
import { ask, tell, withQuery } from "../api/ask.ts";

export const saleStatuses = ["Running", "Scheduled", "Over", "Cancelled"] as const;
type Filter = Readonly<{ status?: FlashSaleStatus; after?: string }>;

export const flashSalesKey = ["flash-sales"] as const;

export const flashSalesQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [...flashSalesKey, "list", filter],
    queryFn: ({ signal }) => ask(FlashSaleList, withQuery("flash-sales", filter), signal),
    placeholderData: keepPreviousData,
  });

const at = (saleId: string) => `flash-sales/${encodeURIComponent(saleId)}`;
export const liveAt = (saleId: string) => `/api/v1/${at(saleId)}/figures/live`;

export const flashSaleQuery = (saleId: string) =>
  queryOptions({
    queryKey: [...flashSalesKey, "one", saleId],
    queryFn: ({ signal }) => ask(FlashSale, at(saleId), signal),
  });

export const figuresQuery = (saleId: string) =>
  queryOptions({
    queryKey: [...flashSalesKey, "figures", saleId],
    queryFn: ({ signal }) => ask(FlashSaleFigures, `${at(saleId)}/figures`, signal),
  });

export const readSale = (saleId: string) => ask(FlashSale, at(saleId));

export const scheduleSale = (body: FlashSaleRequest) =>
  tell(FlashSale, "flash-sales", { method: "POST", body });

export const changeSale = (saleId: string, body: FlashSaleChange, revision: number) =>
  tell(FlashSale, at(saleId), { method: "PUT", body, revision });

export const cancelSale = ({ id, revision }: FlashSale) =>
  tell(FlashSale, `${at(id)}/cancellation`, { method: "PUT", body: {}, revision });
