import type { InventoryUpdated, OrderId, Sku, UserId } from "@wares/contracts";
import { invariant, type Publishable } from "@wares/platform";
import { slotOf, type Location, type Quantities, type Slot } from "./slot.ts";

// Everything that changes stock is decided on a shelf in memory, locked in the database meanwhile,
// and written at once: as many statements for a batch of 250 orders as for one.

export type Stock = Readonly<{
  sku: Sku;
  location: Location;
  quantity: number;
  reserved: number;
  lowStockThreshold: number;
  reorderPoint: number;
  revision: number;
}>;
export type HoldState = "held" | "claimed" | "released" | "expired";
/** What is promised to an order: each slot once, with the sum of its lines. */
export type Hold = Readonly<{
  orderId: OrderId;
  state: HoldState;
  quantities: Quantities;
  /** What came back of it by refunds. */
  returned: Quantities;
  /** Of a new hold: how long it lasts. */
  minutes?: number;
}>;
export type Shelf = Readonly<{
  stock: ReadonlyMap<Slot, Stock>;
  holds: ReadonlyMap<OrderId, Hold>;
}>;
export type Reason = InventoryUpdated["data"]["reason"];
export type Movement = Readonly<{
  sku: Sku;
  location: Location;
  reason: Reason;
  quantityChange: number;
  reservedChange: number;
  orderId?: OrderId;
  byUserId?: UserId;
  note?: string;
}>;
export type HoldChange = Readonly<{ before?: Hold; after: Hold }>;
export type StockChange = Readonly<{ before: Stock; after: Stock; reason: Reason }>;
export type ShelfChange = Readonly<{
  movements: readonly Movement[];
  holds: readonly HoldChange[];
  stock: readonly StockChange[];
}>;

export const openShelf = ({ stock, holds }: Shelf) => {
  const stockNow = new Map(stock);
  const holdsNow = new Map(holds);
  const movements: Movement[] = [];
  const events: Publishable[] = [];
  const reasons = new Map<Slot, Reason>();
  const changed = new Set<OrderId>();

  const change = (): ShelfChange => ({
    movements,
    holds: [...changed].map((orderId) => {
      const [before, after] = [holds.get(orderId), holdsNow.get(orderId)];
      invariant(after !== undefined, "a hold is never forgotten");
      return before ? { before, after } : { after };
    }),
    stock: [...reasons].map(([slot, reason]) => {
      const [before, after] = [stock.get(slot), stockNow.get(slot)];
      invariant(before !== undefined && after !== undefined, "only known stock moves");
      return { before, after: { ...after, revision: before.revision + 1 }, reason };
    }),
  });

  return {
    events,
    change,
    stockOf: (slot: Slot) => stockNow.get(slot),
    holdOf: (orderId: OrderId) => holdsNow.get(orderId),
    available: (slot: Slot): number => availableOf(stockNow.get(slot)),
    say: (event: Publishable) => void events.push(event),
    keep: (hold: Hold) => {
      holdsNow.set(hold.orderId, hold);
      changed.add(hold.orderId);
    },
    move: (movement: Movement) => {
      const { sku, location, quantityChange, reservedChange, reason } = movement;
      const slot = slotOf(sku, location);
      const now = stockNow.get(slot);
      invariant(now !== undefined, `${slot} is not on this shelf`);
      const quantity = now.quantity + quantityChange;
      const reserved = now.reserved + reservedChange;
      invariant(reserved >= 0 && reserved <= quantity, `${slot} would be oversold`);
      stockNow.set(slot, { ...now, quantity, reserved });
      movements.push(movement);
      reasons.set(slot, reason);
    },
  };
};
export type OpenShelf = ReturnType<typeof openShelf>;

export const availableOf = (stock: Stock | undefined): number =>
  stock ? stock.quantity - stock.reserved : 0;
