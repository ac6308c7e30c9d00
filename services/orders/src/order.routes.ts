import {
  BuyerId,
  CancelRequest,
  MyOrdersQuery,
  Order,
  OrderKeyQuery,
  OrderList,
  OrderPath,
  parse,
  PlacedOrder,
  PlaceOrderRequest,
} from "@wares/contracts";
import type { Live } from "@wares/platform";
import { answers, buyerOf, eventStream, tag, type Routes } from "@wares/platform/http";
import { watchOrder } from "./order-live.queries.ts";
import type { OrderCommands } from "./order-change.commands.ts";
import type { OrderLists } from "./order-list.queries.ts";
import { revisionOf } from "./order-staff.routes.ts";
import type { OrderQueries } from "./order.queries.ts";
import type { PlacementCommands } from "./placement.commands.ts";

export type Parts = Readonly<{
  placement: PlacementCommands;
  commands: OrderCommands;
  queries: OrderQueries;
  lists: OrderLists;
  live: Live;
}>;

export const orderRoutes =
  ({ placement, commands, queries, lists, live }: Parts): Routes =>
  async (app) => {
    // The client chooses the id, so a retried POST meets its own order instead of making two.
    app.post("", { config: buyer, schema: schemas.place }, async (request, reply) => {
      const { body, principal } = request;
      const { userId } = principal;
      const buyerId = parse(BuyerId, buyerOf(request));
      const placed = await placement.place(body, { buyerId, ...(userId && { userId }) });
      const order = placed
        ? queries.show(placed, { principal })
        : await queries.find(body.orderId, { principal });
      return tag(reply, order.revision)
        .code(201)
        .send({ ...order, key: queries.keyOf(order.id) });
    });

    app.get("", { config: buyer, schema: schemas.mine }, ({ principal, query }) =>
      lists.mine(principal, query),
    );

    app.get("/:orderId", { config: anyone, schema: schemas.find }, async (request, reply) => {
      const { params, principal, query } = request;
      const order = await queries.find(params.orderId, { principal, key: query.key });
      return tag(reply, order.revision).send(order);
    });

    app.get("/:orderId/live", { config: anyone, schema: schemas.live }, async (request, reply) => {
      const reader = { principal: request.principal, key: request.query.key };
      const { orderId } = request.params;
      const first = await queries.find(orderId, reader);
      eventStream(request, reply, (send) =>
        watchOrder(live, first, send, () => queries.find(orderId, reader)),
      );
    });

    // A cancellation is a thing you put, not a verb you post: PUT twice is PUT once.
    app.put(
      "/:orderId/cancellation",
      { config: buyer, schema: schemas.cancel },
      async (request, reply) => {
        const { params, principal, body } = request;
        const condition = { revision: revisionOf(request), note: body?.note };
        await commands.cancel(params.orderId, principal, condition);
        const order = await queries.find(params.orderId, { principal });
        return tag(reply, order.revision).send(order);
      },
    );
  };

const anyone = { allow: "anyone" } as const;
const buyer = { allow: "buyer" } as const;
const tags = ["orders"];
const params = OrderPath;
const order = answers({ 200: Order });

const schemas = {
  place: {
    operationId: "placeOrder",
    summary: "Order what was quoted",
    tags,
    body: PlaceOrderRequest,
    response: answers({ 201: PlacedOrder }),
  },
  mine: {
    operationId: "listMyOrders",
    tags,
    querystring: MyOrdersQuery,
    response: answers({ 200: OrderList }),
  },
  find: {
    operationId: "findOrder",
    tags,
    params,
    querystring: OrderKeyQuery,
    response: order,
  },
  live: {
    operationId: "watchOrder",
    summary: "The order's status, as it changes (server-sent events)",
    tags,
    params,
    querystring: OrderKeyQuery,
  },
  cancel: { operationId: "cancelOrder", tags, params, body: CancelRequest, response: order },
};
