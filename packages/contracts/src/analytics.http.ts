import Type, { type Static } from "typebox";
import { closed, Currency, Money, ProductId } from "./vocabulary.ts";

/** What pages report, many at once, and only with consent. Unknown products are dropped, not refused. */
export const BehaviourBatch = Type.Object(
  {
    consent: Type.Boolean(),
    behaviours: Type.Array(
      Type.Object(
        {
          type: Type.Enum(["View", "Click"]),
          productId: ProductId,
          source: Type.String({ maxLength: 40 }),
          durationMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
        },
        closed,
      ),
      { maxItems: 50 },
    ),
  },
  closed,
);
export type BehaviourBatch = Static<typeof BehaviourBatch>;
export const BehavioursTaken = Type.Object({ accepted: Type.Integer() });

const day = Type.String({ format: "date" });
export const PeriodQuery = Type.Object(
  {
    from: day,
    to: day,
    currency: Type.Enum(["USD", "EUR", "GBP", "JPY", "CNY"], { default: "USD" }),
  },
  closed,
);
export type PeriodQuery = Static<typeof PeriodQuery>;

/** One row a day of the period, empty days too. Days are UTC; amounts in minor units of `currency`. */
export const SalesByDay = Type.Object({
  currency: Currency,
  days: Type.Array(
    Type.Object({
      day,
      orders: Type.Integer(),
      units: Type.Integer(),
      gross: Type.Integer(),
      refunds: Type.Integer(),
    }),
  ),
  total: Type.Object({
    orders: Type.Integer(),
    units: Type.Integer(),
    gross: Money,
    refunds: Money,
    averageOrder: Money,
  }),
});
export type SalesByDay = Static<typeof SalesByDay>;

export const TopProducts = Type.Object({
  products: Type.Array(
    Type.Object({
      productId: ProductId,
      name: Type.String(),
      units: Type.Integer(),
      gross: Money,
    }),
  ),
});
export type TopProducts = Static<typeof TopProducts>;

/** Distinct buyers that got so far in the period. */
export const Funnel = Type.Object({
  steps: Type.Array(
    Type.Object({
      step: Type.Enum(["Viewed", "AddedToCart", "Ordered", "Paid"]),
      buyers: Type.Integer(),
    }),
  ),
});
export type Funnel = Static<typeof Funnel>;
