import {
  ClaimStock,
  FlashSaleEnded,
  FlashSaleScheduled,
  ProductCreated,
  ProductUpdated,
  ReleaseStock,
  ReturnStock,
  type FlashSaleId,
  type Product,
  type Sku,
  type StockLine,
} from "@wares/contracts";
import { on, type Delivered, type Service, type Tools } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import { runExpiry } from "./expiry.service.ts";
import {
  claimStock,
  releaseStock,
  reservationCommands,
  returnStock,
} from "./reservation.commands.ts";
import { agree, end, setAsideCommands } from "./set-aside.commands.ts";
import type { Short } from "./set-aside.ts";
import { soldOutMemory, type SoldOutMemory } from "./sold-out.cache.ts";
import { addUp, placeOf } from "./slot.ts";
import { stockCommands } from "./stock.commands.ts";
import { stockQueries } from "./stock.queries.ts";
import { stockRoutes } from "./stock.routes.ts";
import { ensureStock } from "./stock.store.ts";

/** Inventory: knows what is on the shelf and who it is promised to. Never promises it twice. */
export const inventoryService = ({ db, keys, live, log }: Tools) => {
  const soldOut = soldOutMemory();
  const commands = stockCommands(db, soldOut);
  const queries = stockQueries(db, keys);
  const service: Service = {
    name: "inventory",
    routes: [{ prefix: "/stock", plugin: stockRoutes(commands, queries, live) }],
    subscriptions: [
      on(ClaimStock, (events, tx) => claimStock(tx, dataOf(events))),
      on(ReleaseStock, (events, tx) => releaseStock(tx, dataOf(events), soldOut)),
      on(ReturnStock, (events, tx) => returnStock(tx, dataOf(events), soldOut)),
      on(FlashSaleScheduled, (events, tx) => agree(tx, dataOf(events), soldOut)),
      on(FlashSaleEnded, (events, tx) => end(tx, dataOf(events), soldOut)),
      on(ProductCreated, shelve),
      on(ProductUpdated, shelve),
    ],
    work: () => runExpiry(db, log, soldOut),
  };
  const { hold } = reservationCommands(db, soldOut);
  const { setAside, leftOf } = setAsideCommands(db, soldOut);
  const { availableOf } = queries;
  const { importStock } = commands;
  const shortNow = shortOf(soldOut);
  return { service, hold, availableOf, importStock, setAside, leftOf, shortNow };
};

/** By what was found a moment ago; nothing, where nobody found too little. */
const shortOf =
  (soldOut: SoldOutMemory) =>
  (flashSaleId: FlashSaleId, lines: readonly StockLine[]): readonly Short[] =>
    soldOut
      .shortOf(addUp(lines.map((line) => ({ ...line, flashSaleId }))))
      .map(({ slot, available }) => ({ sku: placeOf(slot).sku, available }));

const dataOf = <Data>(events: readonly Delivered<Data>[]): readonly Data[] =>
  events.map(({ data }) => data);

type Told = readonly Delivered<{ product: Product }>[];
const shelve = (events: Told, tx: Queries): Promise<void> =>
  ensureStock(tx, [...new Set(dataOf(events).flatMap(({ product }) => skusOf(product)))]);

const skusOf = ({ sku, variants }: Product): readonly Sku[] =>
  variants.length > 0 ? variants.map((variant) => variant.sku) : [sku];
