import { OrderCancelled, type FlashSaleId } from "@wares/contracts";
import { on, type Service, type Tools } from "@wares/platform";
import type { SaleNeeds } from "./admission.commands.ts";
import { runAdmission } from "./admission.service.ts";
import { challenges } from "./challenge.secrets.ts";
import { forgettingOldRooms } from "./old-rooms.jobs.ts";
import { doorkeeper } from "./robots.buckets.ts";
import { thresholds, type Thresholds } from "./robots.ts";
import { salesCache } from "./sales.cache.ts";
import { ticketCommands } from "./ticket.commands.ts";
import { ticketQueries } from "./ticket.queries.ts";
import { ticketRoutes } from "./ticket.routes.ts";
import { markUnused } from "./ticket.store.ts";
import { ticketWatch, watchLimits, type WatchLimits } from "./watch.queries.ts";

export type WaitingRoomOptions = Readonly<{
  /** Off only for the bench and for tests of other things. */
  slowsRobots: boolean;
  thresholds?: Thresholds;
  watchLimits?: WatchLimits;
}>;

/** The waiting room of flash sales: lets in as many as there is something for, in a fair order. */
export const waitingRoomService = (
  { db, keys, now, log }: Tools,
  needs: SaleNeeds,
  options: WaitingRoomOptions,
) => {
  const sales = salesCache(needs);
  const commands = ticketCommands(db);
  const queries = ticketQueries(db);
  const watch = ticketWatch(db, log, options.watchLimits ?? watchLimits);
  const door = options.slowsRobots && {
    door: doorkeeper(challenges(keys, now), options.thresholds ?? thresholds),
  };
  const service: Service = {
    name: "gateway",
    routes: [
      {
        prefix: "/flash-sales",
        plugin: ticketRoutes({ sales, commands, queries, watch, keys, ...door }),
      },
    ],
    subscriptions: [
      // Who cancelled, did not pay or let the time pass may come again: their portion came back as well.
      on(OrderCancelled, (events, tx) =>
        markUnused(
          tx,
          events.map(({ data: { orderId } }) => ({ orderId })),
        ),
      ),
    ],
    jobs: [forgettingOldRooms(db)],
    work: () => runAdmission(db, needs, log, now),
  };
  const { isAdmitted, roomOf } = queries;
  const { isInSale } = sales;
  /** Where there is no waiting room there is nothing to use, and nothing to give back. */
  const hasRoom = async (flashSaleId: FlashSaleId) =>
    (await sales.find(flashSaleId))?.hasWaitingRoom ?? true;
  const useAdmission: typeof commands.useAdmission = async (flashSaleId, ...use) => {
    if (await hasRoom(flashSaleId)) await commands.useAdmission(flashSaleId, ...use);
  };
  const giveBackAdmission: typeof commands.giveBackAdmission = async (flashSaleId, orderId) => {
    if (await hasRoom(flashSaleId)) await commands.giveBackAdmission(flashSaleId, orderId);
  };
  return { service, isAdmitted, useAdmission, giveBackAdmission, roomOf, isInSale };
};
export { roomSaleOf } from "./room.ts";
export type { SaleNeeds };
