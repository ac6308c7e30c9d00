import type { Sku, StockLine } from "@wares/contracts";
import { Refused, type Refusal } from "@wares/platform";
import { buyerOf, networkOf } from "@wares/platform/http";
import type { FastifyRequest } from "fastify";
import type { RateBuckets, Verdict } from "./rate.buckets.ts";
import { refusals } from "./refusals.ts";
import type { Limit } from "./route-limits.ts";

/** Whether any of these is sold in a flash sale that runs. */
export type IsInSale = (skus: readonly Sku[]) => Promise<boolean>;

// A person orders once, and again after a mistake. A network may be an office that wants the same thing.
const perBuyer: Limit = { name: "sale-orders", max: 10, windowSeconds: 60 };
const perNetwork: Limit = { name: "sale-orders-network", max: 120, windowSeconds: 60 };

/** After the body was read and found right: what is ordered decides how often. */
export const slowSaleOrders =
  (buckets: RateBuckets, isInSale: IsInSale) =>
  async (request: FastifyRequest): Promise<void> => {
    if (request.method !== "POST" || request.routeOptions.url !== "/api/v1/orders") return;
    // The route's own schema has said so.
    const { lines } = request.body as Readonly<{ lines: readonly StockLine[] }>;
    if (!(await isInSale(lines.map(({ sku }) => sku)))) return;
    count(buckets(perBuyer, buyerOf(request)), refusals.tooManyTries);
    count(buckets(perNetwork, networkOf(request)), refusals.tooManyRequests);
  };

const count = ({ isAllowed, waitSeconds }: Verdict, refusal: Refusal): void => {
  if (!isAllowed) throw new Refused({ ...refusal, retryAfterSeconds: waitSeconds });
};
