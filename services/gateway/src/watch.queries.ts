import { setImmediate as breathe } from "node:timers/promises";
import { Refused, type Log } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { refusals } from "./refusals.ts";
import { findRooms } from "./room.store.ts";
import { isNews, mustReadAgain, viewOf, type Room, type Ticket, type TicketView } from "./room.ts";
import { findTickets, keyOf, type Asked, type Found } from "./ticket.store.ts";

export type WatchLimits = Readonly<{ watchersMax: number; perBuyerMax: number; readMs: number }>;
export const watchLimits: WatchLimits = { watchersMax: 10_000, perBuyerMax: 5, readMs: 500 };

const readMax = 1_000;
const tellMax = 500;

type Watcher = {
  readonly asked: Asked;
  readonly send: (view: TicketView) => void;
  ticket: Ticket;
  /** Read after the draw: an early one's place is another since. */
  wasDrawn: boolean;
  told: TicketView;
  toldAtMs: number;
};

/**
 * Open pages, told from one reading of their rooms' counters, twice a second however many look: a place in
 * the queue minus how far it has come. A ticket is read again only when its own turn comes, and then with
 * all others whose turn it is.
 */
export const ticketWatch = (db: Database, log: Log, limits: WatchLimits = watchLimits) => {
  const watchers = new Set<Watcher>();
  const perBuyer = new Map<string, number>();
  let isReading = false;

  const tellAll = async () => {
    const all = [...watchers];
    const rooms = await findRooms(db, [...new Set(all.map(({ asked }) => asked.flashSaleId))]);
    const roomOf = ({ asked }: Watcher) => rooms.get(asked.flashSaleId);
    await readAgain(
      db,
      all.filter((one) => {
        const room = roomOf(one);
        return room !== undefined && mustReadAgain(room, one);
      }),
    );
    for (let from = 0; from < all.length; from += tellMax) {
      for (const one of all.slice(from, from + tellMax)) tell(one, roomOf(one));
      await breathe();
    }
  };
  // Not a loop of the shop's: it lives as long as somebody looks.
  const readOn = () => {
    if (isReading || watchers.size === 0) return;
    isReading = true;
    const timer = setTimeout(() => {
      void tellAll()
        .catch((error: unknown) => log.warn({ err: error }, "waiting rooms could not be read"))
        .finally(() => {
          isReading = false;
          readOn();
        });
    }, limits.readMs);
    timer.unref();
  };

  return {
    /** Before a stream is begun: one that cannot be had is a refusal, and not an empty stream. */
    checkRoom: ({ buyerId }: Asked): void => {
      if ((perBuyer.get(buyerId) ?? 0) >= limits.perBuyerMax)
        throw new Refused(refusals.watchedElsewhere);
      if (watchers.size >= limits.watchersMax) throw new Refused(refusals.tooManyWatchers);
    },
    watch: (asked: Asked, { room, ticket }: Found, send: Watcher["send"]): (() => void) => {
      const told = viewOf(room, ticket);
      const { buyerId } = asked;
      const toldAtMs = performance.now();
      const one: Watcher = { asked, send, ticket, wasDrawn: room.isDrawn, told, toldAtMs };
      send(told);
      watchers.add(one);
      perBuyer.set(buyerId, (perBuyer.get(buyerId) ?? 0) + 1);
      readOn();
      return () => {
        if (!watchers.delete(one)) return;
        const left = (perBuyer.get(buyerId) ?? 1) - 1;
        if (left > 0) perBuyer.set(buyerId, left);
        else perBuyer.delete(buyerId);
      };
    },
  };
};
export type TicketWatch = ReturnType<typeof ticketWatch>;

const readAgain = async (db: Database, watchers: readonly Watcher[]): Promise<void> => {
  for (let from = 0; from < watchers.length; from += readMax) {
    const some = watchers.slice(from, from + readMax);
    const found = await findTickets(
      db,
      some.map(({ asked }) => asked),
    );
    for (const one of some) {
      const now = found.get(keyOf(one.asked));
      if (!now) continue;
      one.ticket = now.ticket;
      one.wasDrawn = now.room.isDrawn;
    }
  }
};

const tell = (watcher: Watcher, room: Room | undefined): void => {
  if (!room) return;
  const view = viewOf(room, watcher.ticket);
  const nowMs = performance.now();
  if (!isNews(watcher.told, view, nowMs - watcher.toldAtMs)) return;
  watcher.told = view;
  watcher.toldAtMs = nowMs;
  watcher.send(view);
};
