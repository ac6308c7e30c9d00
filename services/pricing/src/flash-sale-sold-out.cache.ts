import type { OrderId, StockLine } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import type { OpenSales } from "./flash-sale-open.cache.ts";
import { offersAt, refuseSoldOut } from "./flash-sale-offer.ts";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import type { PartCommands } from "./flash-sale-part.commands.ts";

// A unit that comes back is for sale again within so long, whoever lost it and wherever.
const knownMsMax = 1_000;

/** Asked once more, with the order: it may take part already, and then it is not refused. */
export type RefuseLoser = (orderId: OrderId) => Promise<Refusal | undefined>;

/**
 * Says from memory that lines are of a sale that is sold out: before anything is priced, counted or held, and
 * without waiting for a reading under way, which takes its time in a rush. The first who finds too little tells
 * all others. Where there is a waiting room, it
 * says who may ask at all.
 */
export const soldOutSales =
  (
    open: OpenSales,
    { refuseOthers }: Pick<PartCommands, "refuseOthers">,
    { shortNow }: Pick<FlashSaleNeeds, "shortNow">,
  ) =>
  (lines: readonly StockLine[]): RefuseLoser | undefined => {
    const known = open.lately(knownMsMax);
    if (!known || known.sales.size === 0) return undefined;
    const plain = [...known.sales.values()].filter(({ hasWaitingRoom }) => !hasWaitingRoom);
    const offers = new Map(offersAt(plain, known.left, known.now()));
    const wanted = lines.filter(({ sku }) => offers.has(sku));
    const flashSaleId = wanted.map(({ sku }) => offers.get(sku)?.flashSaleId)[0];
    if (!flashSaleId) return undefined;
    for (const { sku, available } of shortNow(flashSaleId, wanted)) {
      const offer = offers.get(sku);
      if (offer?.flashSaleId === flashSaleId) offers.set(sku, { ...offer, available });
    }
    const refusal = refuseSoldOut(lines, offers);
    if (!refusal) return undefined;
    // Only losers come: without their asking, nobody would read on, and find what came back.
    open().catch(() => {});
    return (orderId) => refuseOthers(orderId, flashSaleId, refusal);
  };
