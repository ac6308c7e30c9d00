import { useEffect, useState } from "react";
import { phaseOf, type Sale } from "./sale-view.ts";

type Told = { status: string; items: { sku: string; available: number }[] };

// What begins later than that is not watched: a page left open for a day is read again some time.
const watchedMs = 86_400_000;

const isWatched = (sale: Sale) =>
  phaseOf(sale) === "running" || Date.parse(sale.startsAt) - Date.parse(sale.now) < watchedMs;

/** What is left, told by the shop while somebody looks; before the first word it is what was rendered. */
export const useSaleStock = (sale: Sale | undefined) => {
  const id = sale && isWatched(sale) ? sale.id : undefined;
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    setTold(undefined);
    if (!id) return undefined;
    const source = new EventSource(`/api/v1/flash-sales/${id}/stock/live`);
    source.addEventListener("message", ({ data }: MessageEvent<string>) =>
      setTold(JSON.parse(data) as Told),
    );
    return () => source.close();
  }, [id]);
  const leftOf = (sku: string) =>
    (told?.items ?? sale?.items ?? []).find((item) => item.sku === sku)?.available ?? 0;
  return { status: told?.status, leftOf };
};
