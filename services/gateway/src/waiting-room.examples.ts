import {
  FlashSaleId,
  GuestId,
  OrderId,
  parse,
  Sku,
  type BuyerId,
  type WaitingTicket,
} from "@wares/contracts";
import { uuidv7, type Tools } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { httpServer } from "@wares/platform/http";
import { testTools } from "@wares/testkit/tools";
import { tendRooms } from "./admission.commands.ts";
import type { OpenSale } from "./room.ts";
import { waitingRoomService, type WaitingRoomOptions } from "./waiting-room.service.ts";

const hourMs = 3_600_000;
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

export const newBuyer = (): GuestId => parse(GuestId, uuidv7());
export const newOrder = (): OrderId => parse(OrderId, uuidv7());
export const buyersOf = (count: number): readonly GuestId[] =>
  Array.from({ length: count }, newBuyer);

/** A sale as whoever has it would tell it, which a test moves on: in an hour, unless said. */
export const exampleSale = (change: Partial<OpenSale> = {}) => {
  let sale: OpenSale = {
    flashSaleId: parse(FlashSaleId, uuidv7()),
    startsAt: fromNow(hourMs),
    endsAt: fromNow(2 * hourMs),
    status: "Scheduled",
    hasWaitingRoom: true,
    unitsLeft: 100,
    skus: [parse(Sku, "TEAPOT-BLUE")],
    ...change,
  };
  return {
    id: sale.flashSaleId,
    set: (more: Partial<OpenSale>) => void (sale = { ...sale, ...more }),
    /** It begins now: who came until this line was early. */
    open: () => void (sale = { ...sale, startsAt: fromNow(0), status: "Running" }),
    needs: {
      saleOf: async (id: FlashSaleId) => (id === sale.flashSaleId ? sale : undefined),
      openSales: async () => (sale.status === "Over" || sale.status === "Cancelled" ? [] : [sale]),
    },
  };
};
export type ExampleSale = ReturnType<typeof exampleSale>;

type Options = Partial<WaitingRoomOptions> & { live?: Tools["live"] };

/** One process of the shop with nothing in its memory: made anew it is the shop after a restart. */
export const roomProcess = async (db: Database, sale: ExampleSale, options: Options = {}) => {
  const room = waitingRoomService(testTools(db), sale.needs, { slowsRobots: false, ...options });
  // Who asks says so in a header: what the gateway finds out by tokens is tested elsewhere.
  const app = await httpServer({
    identify: async ({ headers }) => {
      const { "x-user": user, "x-guest": guest } = headers;
      return {
        roles: [],
        ...(typeof user === "string" && { userId: user as never }),
        ...(typeof guest === "string" && { guestId: guest as never }),
      };
    },
  });
  for (const { plugin, prefix } of room.service.routes ?? [])
    await app.register(plugin, { prefix: `/api/v1${prefix}` });

  const call = async (
    method: "GET" | "POST",
    buyerId: BuyerId,
    more: Readonly<{ body?: object; headers?: Record<string, string>; address?: string }> = {},
  ) => {
    const answer = await app.inject({
      method,
      url: `/api/v1/flash-sales/${sale.id}/ticket`,
      headers: { "x-guest": buyerId, ...more.headers },
      remoteAddress: more.address ?? "192.0.2.1",
      ...(method === "POST" && { payload: more.body ?? {} }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
  };
  const ticket = async (buyerId: BuyerId): Promise<WaitingTicket> =>
    (await call("GET", buyerId)).body;
  return {
    ...room,
    app,
    call,
    join: (buyerId: BuyerId, more = {}) => call("POST", buyerId, more),
    joinAll: (buyers: readonly BuyerId[]) =>
      Promise.all(buyers.map((buyerId) => call("POST", buyerId))),
    ticket,
    tickets: (buyers: readonly BuyerId[]) => Promise.all(buyers.map(ticket)),
    tend: () => tendRooms(db, sale.needs),
  };
};
export type RoomProcess = Awaited<ReturnType<typeof roomProcess>>;
