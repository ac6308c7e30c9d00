import type { VariantView } from "@wares/contracts";
import { useEffect, useState } from "react";

type Said = { sku: string; available: number };

/** What was rendered is kept true while somebody looks: the shop tells, nobody asks again and again. */
export const useLiveStock = (variants: VariantView[]) => {
  const [said, setSaid] = useState(new Map<string, number>());
  const skus = variants
    .slice(0, 100)
    .map(({ sku }) => `skus=${encodeURIComponent(sku)}`)
    .join("&");
  useEffect(() => {
    setSaid(new Map());
    const source = new EventSource(`/api/v1/stock/live?${skus}`);
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const news = newsIn(data);
      if (news) setSaid((known) => new Map(known).set(news.sku, news.available));
    });
    return () => source.close();
  }, [skus]);
  const availableOf = ({ sku, available }: VariantView) => said.get(sku) ?? available;
  const changed = new Set(
    variants.filter((one) => availableOf(one) !== one.available).map(({ sku }) => sku),
  );
  return { availableOf, changed };
};

const newsIn = (text: string): Said | undefined => {
  const news = JSON.parse(text) as Partial<Said>;
  const { sku, available } = news;
  return typeof sku === "string" && typeof available === "number" ? { sku, available } : undefined;
};
