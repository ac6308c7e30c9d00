import Type, { type Static } from "typebox";
import { FlashSaleId, FlashSaleItem, FlashSaleScheduled } from "./flash-sales.events.ts";
import { closed, Cursor, Instant, Sku } from "./vocabulary.ts";

const { name, startsAt, endsAt, limitPerCustomer, hasWaitingRoom, revision } =
  FlashSaleScheduled.data.properties;

/** By the database's clock: Scheduled until it starts, Running until it ends, then Over. */
export const FlashSaleStatus = Type.Enum(["Scheduled", "Running", "Over", "Cancelled"]);
export type FlashSaleStatus = Static<typeof FlashSaleStatus>;

export const FlashSale = Type.Object({
  id: FlashSaleId,
  name,
  status: FlashSaleStatus,
  startsAt,
  endsAt,
  limitPerCustomer,
  hasWaitingRoom,
  items: Type.Array(FlashSaleItem),
  revision,
  createdAt: Instant,
});
export type FlashSale = Static<typeof FlashSale>;

const SoldItem = Type.Object(
  {
    sku: Sku,
    salePrices: FlashSaleItem.properties.salePrices,
    quantity: FlashSaleItem.properties.quantity,
  },
  closed,
);
/** The client chooses the id: a sale sent twice is one sale. */
export const FlashSaleRequest = Type.Object(
  {
    id: FlashSaleId,
    name,
    startsAt,
    endsAt,
    limitPerCustomer,
    hasWaitingRoom,
    items: Type.Array(SoldItem, { minItems: 1, maxItems: 20 }),
  },
  closed,
);
export type FlashSaleRequest = Static<typeof FlashSaleRequest>;
const { id: _, ...changeable } = FlashSaleRequest.properties;
/** While it has not begun; then it can only be cancelled. */
export const FlashSaleChange = Type.Object(changeable, closed);
export type FlashSaleChange = Static<typeof FlashSaleChange>;

export const FlashSalePath = Type.Object({ flashSaleId: FlashSaleId });
export const FlashSaleQuery = Type.Object(
  {
    status: Type.Optional(FlashSaleStatus),
    after: Type.Optional(Cursor),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }),
  },
  closed,
);
export const FlashSaleList = Type.Object({
  sales: Type.Array(FlashSale),
  next: Type.Optional(Cursor),
});
export type FlashSaleList = Static<typeof FlashSaleList>;

/** What a shopper sees of a sale that runs or begins within a week, with what is left of each SKU. */
export const OpenFlashSale = Type.Object({
  id: FlashSaleId,
  name,
  status: Type.Enum(["Scheduled", "Running"]),
  startsAt,
  endsAt,
  limitPerCustomer,
  hasWaitingRoom,
  items: Type.Array(
    Type.Object({
      ...FlashSaleItem.properties,
      available: Type.Integer({ minimum: 0 }),
    }),
  ),
  /** The shop's clock, by which a countdown counts. */
  now: Instant,
});
export type OpenFlashSale = Static<typeof OpenFlashSale>;
export const OpenFlashSaleList = Type.Object({ sales: Type.Array(OpenFlashSale) });
export type OpenFlashSaleList = Static<typeof OpenFlashSaleList>;

/** Told again and again over SSE while somebody looks. */
export const FlashSaleStock = Type.Object({
  status: FlashSaleStatus,
  items: Type.Array(Type.Object({ sku: Sku, available: Type.Integer({ minimum: 0 }) })),
});
export type FlashSaleStock = Static<typeof FlashSaleStock>;

const count = Type.Integer({ minimum: 0 });
/** What staff watch while a sale runs. */
export const FlashSaleFigures = Type.Object({
  status: FlashSaleStatus,
  /** Orders asked for, and those of them that were refused: sold out, over the limit, not admitted. */
  requests: count,
  refused: count,
  /** People in the waiting room, and those let in so far. */
  waiting: count,
  admitted: count,
  /** Units promised to orders, paid for, and still there. */
  sold: count,
  paid: count,
  available: count,
  at: Instant,
});
export type FlashSaleFigures = Static<typeof FlashSaleFigures>;
