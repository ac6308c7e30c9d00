import {
  OrderPaid,
  ProductAddedToCart,
  ProductClicked,
  ProductCreated,
  ProductUpdated,
  ProductViewed,
  SearchPerformed,
  UserErased,
  type BuyerId,
} from "@wares/contracts";
import { on, type Subscription } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import {
  forgetBuyers,
  keepBehaviours,
  keepProducts,
  keepPurchases,
  type Behaviour,
} from "./behaviour.store.ts";

/** What people do, kept as it is told. `refresh` drops what was prepared for them. */
export const behaviourSubscriptions = (
  refresh: (buyerIds: readonly BuyerId[]) => void,
): readonly Subscription[] => {
  const keep = async (tx: Queries, behaviours: readonly Behaviour[]) => {
    await keepBehaviours(tx, behaviours);
    refresh(behaviours.map(({ buyerId }) => buyerId));
  };
  return [
    on(ProductViewed, (events, tx) =>
      keep(
        tx,
        events.map(({ data: { durationMs, source, ...who }, time: at }) => {
          return { ...who, type: "View", at, metadata: { durationMs, source } };
        }),
      ),
    ),
    on(ProductClicked, (events, tx) =>
      keep(
        tx,
        events.map(({ data: { source, ...who }, time: at }) => {
          return { ...who, type: "Click", at, metadata: { source } };
        }),
      ),
    ),
    on(ProductAddedToCart, (events, tx) =>
      keep(
        tx,
        events.map(({ data: { sku, quantity, ...who }, time: at }) => {
          return { ...who, type: "AddToCart", at, metadata: { sku, quantity } };
        }),
      ),
    ),
    on(SearchPerformed, (events, tx) =>
      keep(
        tx,
        events.map(({ data: { query, totalCount, ...who }, time: at }) => {
          return { ...who, type: "Search", at, metadata: { query, totalCount } };
        }),
      ),
    ),
    ...buying(keep),
    ...knowing(refresh),
  ];
};

type Keep = (tx: Queries, behaviours: readonly Behaviour[]) => Promise<void>;

const buying = (keep: Keep): readonly Subscription[] => [
  on(OrderPaid, async (events, tx) => {
    const bought = events.flatMap(({ data: { orderId, buyerId, userId, items, paidAt }, time }) =>
      items.map(({ productId, sku, quantity }) => ({
        orderId,
        deed: {
          buyerId,
          userId,
          productId,
          type: "Purchase" as const,
          at: paidAt ?? time,
          metadata: { sku, quantity },
        },
      })),
    );
    await keep(
      tx,
      bought.map(({ deed }) => deed),
    );
    await keepPurchases(
      tx,
      bought.map(({ orderId, deed }) => ({ orderId, ...deed })),
    );
  }),
];

const knowing = (refresh: (buyerIds: readonly BuyerId[]) => void): readonly Subscription[] => [
  ...[ProductCreated, ProductUpdated].map((event) =>
    on(event, async (events, tx) => {
      await keepProducts(
        tx,
        events.map(({ data }) => data.product),
      );
    }),
  ),
  on(UserErased, async (events, tx) => {
    const users = events.map(({ data }) => data.userId);
    await forgetBuyers(tx, users);
    refresh(users);
  }),
];
