import {
  FlashSalePath,
  WaitingTicket,
  WaitingTicketRequest,
  type FlashSaleId,
} from "@wares/contracts";
import { Refused, type Keys } from "@wares/platform";
import {
  answers,
  buyerIdsOf,
  buyerOf,
  eventStream,
  networkOf,
  type Principal,
  type Routes,
} from "@wares/platform/http";
import Type from "typebox";
import { refusals } from "./refusals.ts";
import type { Doorkeeper } from "./robots.buckets.ts";
import { viewOf, type TicketView } from "./room.ts";
import type { SalesCache } from "./sales.cache.ts";
import type { TicketCommands } from "./ticket.commands.ts";
import type { TicketQueries } from "./ticket.queries.ts";
import { isTicketOf, signTicket } from "./ticket.secrets.ts";
import type { Asked } from "./ticket.store.ts";
import type { TicketWatch } from "./watch.queries.ts";

export type Parts = Readonly<{
  sales: SalesCache;
  commands: TicketCommands;
  queries: TicketQueries;
  watch: TicketWatch;
  keys: Keys;
  /** Absent where limits are off: nobody is slowed. */
  door?: Doorkeeper;
}>;

type Asking = Readonly<{
  principal: Principal;
  params: Readonly<{ flashSaleId: FlashSaleId }>;
  headers: Readonly<Record<string, unknown>>;
}>;

export const ticketRoutes =
  ({ sales, commands, queries, watch, keys, door }: Parts): Routes =>
  async (app) => {
    const askedBy = (request: Asking & Parameters<typeof buyerOf>[0]): Asked => {
      const asked = { flashSaleId: request.params.flashSaleId, buyerId: buyerOf(request) };
      const shown = request.headers["wares-ticket"];
      if (shown !== undefined && !isTicketOf(keys, String(shown), asked))
        throw new Refused(refusals.ticketOfAnother);
      return asked;
    };
    const answer = (asked: Asked, view: TicketView): WaitingTicket => ({
      ticket: signTicket(keys, asked),
      ...view,
    });
    const own = async (asked: Asked) => {
      const found = await queries.find(asked);
      if (found) return found;
      const sale = await sales.find(asked.flashSaleId);
      throw new Refused(sale ? refusals.noTicket : refusals.noSuchSale);
    };
    /** The guest they were until they signed in, where that guest has a place to bring along. */
    const placeHolder = async (principal: Principal, { flashSaleId, buyerId }: Asked) => {
      const formerId = buyerIdsOf(principal).find((id) => id !== buyerId);
      if (!formerId) return undefined;
      const found = await queries.find({ flashSaleId, buyerId: formerId });
      return found && !found.ticket.usedBy ? formerId : undefined;
    };

    // Asked twice, it is the same ticket: who reloads or lost the answer keeps the place.
    app.post("/:flashSaleId/ticket", { config: buyer, schema: schemas.join }, async (request) => {
      const asked = askedBy(request);
      door?.countAsking(asked.buyerId);
      const found = await queries.find(asked);
      if (found) {
        const view = viewOf(found.room, found.ticket);
        if (view.state !== "Lapsed") return answer(asked, view);
      }
      const sale = await sales.find(asked.flashSaleId);
      if (!sale) throw new Refused(refusals.noSuchSale);
      if (!sale.hasWaitingRoom) throw new Refused(refusals.noWaitingRoom);
      if (sale.status === "Over" || sale.status === "Cancelled")
        throw new Refused(refusals.saleOver);
      const formerId = await placeHolder(request.principal, asked);
      const network = networkOf(request);
      if (!formerId) door?.letPass({ asked, network, proof: request.body.proof });
      const joined = await commands.join({ ...asked, ...(formerId && { formerId }) });
      return answer(asked, viewOf(joined.room, joined.ticket));
    });

    app.get("/:flashSaleId/ticket", { config: buyer, schema: schemas.find }, async (request) => {
      const asked = askedBy(request);
      const { room, ticket } = await own(asked);
      return answer(asked, viewOf(room, ticket));
    });

    app.get(
      "/:flashSaleId/ticket/live",
      { config: buyer, schema: schemas.live },
      async (request, reply) => {
        const asked = askedBy(request);
        const found = await own(asked);
        watch.checkRoom(asked);
        eventStream(request, reply, (send) =>
          watch.watch(asked, found, (view) => send(answer(asked, view))),
        );
      },
    );
  };

const buyer = { allow: "buyer" } as const;
const tags = ["flash sales"];
const params = FlashSalePath;
const headers = Type.Object({
  /** Where it is sent along, it must be the buyer's own. */
  "wares-ticket": Type.Optional(WaitingTicket.properties.ticket),
});
const ticket = answers({ 200: WaitingTicket });

const schemas = {
  join: {
    operationId: "joinWaitingRoom",
    summary: "A place in the sale's waiting room; the same one, however often it is asked for",
    tags,
    params,
    headers,
    body: WaitingTicketRequest,
    response: ticket,
  },
  find: { operationId: "findWaitingTicket", tags, params, headers, response: ticket },
  live: {
    operationId: "watchWaitingTicket",
    summary: "One's own ticket, as it changes (server-sent events)",
    tags,
    params,
    headers,
  },
};
