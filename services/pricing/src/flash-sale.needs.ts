import type { BuyerId, FlashSaleId, FlashSaleItem, Sku, StockLine } from "@wares/contracts";

/** What flash sales need of other services, as plain functions. */
export type FlashSaleNeeds = Readonly<{
  /**
   * From now on exactly these units stand apart for this sale, or nothing changes and the SKUs there is
   * too little of come back. What no sale is heard of for is given back after a while.
   */
  setAside: (
    flashSaleId: FlashSaleId,
    items: readonly Pick<FlashSaleItem, "sku" | "quantity">[],
  ) => Promise<readonly Readonly<{ sku: Sku; available: number }>[]>;
  /** What can still be sold of each sale. */
  leftOf: (
    flashSaleIds: readonly FlashSaleId[],
  ) => Promise<ReadonlyMap<FlashSaleId, ReadonlyMap<Sku, number>>>;
  /** What somebody of this process found too little of, a moment ago: at once, and before any reading tells it. */
  shortNow: (
    flashSaleId: FlashSaleId,
    lines: readonly StockLine[],
  ) => readonly Readonly<{ sku: Sku; available: number }>[];
  /** Whether the waiting room let this buyer in. Asked only for sales that have one. */
  isAdmitted: (flashSaleId: FlashSaleId, buyerId: BuyerId) => Promise<boolean>;
  /** People in the waiting room, and those let in so far. */
  roomOf: (flashSaleId: FlashSaleId) => Promise<Readonly<{ waiting: number; admitted: number }>>;
}>;
