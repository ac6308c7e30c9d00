import type {
  MyOrdersQuery,
  Order,
  OrderList,
  StaffOrderList,
  StaffOrdersQuery,
} from "@wares/contracts";
import type { Keys } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { buyerIdsOf, pages, type Principal } from "@wares/platform/http";
import type { Static } from "typebox";
import { countOrders, listOrders, type OrderFilter } from "./order-list.store.ts";
import { findHits } from "./order-search.store.ts";

export const orderLists = (db: Database, keys: Keys) => {
  const newest = pages(keys, "orders");
  const oldest = pages(keys, "orders oldest first");
  const page = async (
    filter: OrderFilter,
    {
      after,
      limit,
      sort = "Newest",
    }: Readonly<{ after?: string; limit: number; sort?: "Newest" | "Oldest" }>,
  ): Promise<OrderList> => {
    const list = sort === "Oldest" ? oldest : newest;
    const [createdAt, orderId] = list.place(after) ?? [];
    const place =
      createdAt === undefined
        ? undefined
        : { createdAt: String(createdAt), orderId: String(orderId) };
    const found = await listOrders(db, filter, place, {
      limit: limit + 1,
      isOldestFirst: sort === "Oldest",
    });
    const orders = found.slice(0, limit);
    const last = orders.at(-1);
    return {
      orders,
      ...(last && found.length > limit && { next: list.next([last.createdAt, last.id]) }),
    };
  };

  return {
    mine: (principal: Principal, query: Static<typeof MyOrdersQuery>): Promise<OrderList> =>
      page({ buyerIds: buyerIdsOf(principal) as Order["buyerId"][] }, query),

    all: async ({
      status,
      query,
      buyerId,
      ...rest
    }: Static<typeof StaffOrdersQuery>): Promise<StaffOrderList> => {
      const filter = {
        ...(status && { status }),
        ...(query?.trim() && { hits: await findHits(db, query) }),
        ...(buyerId && { buyerIds: [buyerId] }),
      };
      const [orders, counts] = await Promise.all([page(filter, rest), countOrders(db, filter)]);
      return { ...orders, ...counts };
    },
  };
};
export type OrderLists = ReturnType<typeof orderLists>;
