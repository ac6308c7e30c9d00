import {
  NoteRequest,
  Order,
  OrderPath,
  RefundRequest,
  ShipRequest,
  StaffOrderList,
  StaffOrdersQuery,
  type OrderId,
} from "@wares/contracts";
import { answers, ifMatch, signedIn, tag, type Routes } from "@wares/platform/http";
import type { OrderCommands } from "./order-change.commands.ts";
import type { OrderLists } from "./order-list.queries.ts";
import type { OrderQueries } from "./order.queries.ts";

type Asking = Parameters<typeof signedIn>[0] & Readonly<{ params: unknown }>;
type AboutOrder = Asking & Readonly<{ params: Readonly<{ orderId: OrderId }> }>;
type Parts = Readonly<{ commands: OrderCommands; queries: OrderQueries; lists: OrderLists }>;

/** What the warehouse and the office do. */
export const orderStaffRoutes =
  ({ commands, queries, lists }: Parts): Routes =>
  async (app) => {
    const change = (request: AboutOrder, command: Parameters<OrderCommands["asStaff"]>[1]) =>
      commands.asStaff(request.params.orderId, command, signedIn(request), {
        revision: revisionOf(request),
      });
    const answer = async (
      { params: { orderId }, principal }: AboutOrder,
      reply: Parameters<typeof tag>[0],
    ) => {
      const order = await queries.find(orderId, { principal });
      void tag(reply, order.revision);
      return order;
    };

    app.get("/all", { config: staff, schema: schemas.all }, ({ query }) => lists.all(query));

    app.put(
      "/:orderId/processing",
      { config: staff, schema: schemas.process },
      async (request, reply) => {
        await change(request, { type: "startProcessing" });
        return answer(request, reply);
      },
    );
    app.put(
      "/:orderId/shipment",
      { config: staff, schema: schemas.ship },
      async (request, reply) => {
        const { shipmentId: id, ...parcel } = request.body;
        await change(request, { type: "ship", shipment: { id, ...parcel } });
        return answer(request, reply);
      },
    );
    app.put(
      "/:orderId/delivery",
      { config: staff, schema: schemas.deliver },
      async (request, reply) => {
        await change(request, { type: "deliver" });
        return answer(request, reply);
      },
    );
    app.post(
      "/:orderId/refunds",
      { config: staff, schema: schemas.refund },
      async (request, reply) => {
        await change(request, { type: "requestRefund", ...request.body });
        return answer(request, reply.code(201));
      },
    );
    app.post("/:orderId/notes", { config: staff, schema: schemas.note }, async (request, reply) => {
      await commands.note(request.params.orderId, request.body.text, signedIn(request));
      return answer(request, reply.code(201));
    });
  };

/** The steps of an order are safe to repeat by themselves; who wants to be sure sends what they read. */
export const revisionOf = (request: Parameters<typeof ifMatch>[0]): number | undefined =>
  request.headers["if-match"] === undefined ? undefined : ifMatch(request);

const staff = { allow: "staff" } as const;
const tags = ["orders"];
const params = OrderPath;
const order = answers({ 200: Order });

const schemas = {
  all: {
    operationId: "listOrders",
    tags,
    querystring: StaffOrdersQuery,
    response: answers({ 200: StaffOrderList }),
  },
  process: { operationId: "startProcessingOrder", tags, params, response: order },
  ship: { operationId: "shipOrder", tags, params, body: ShipRequest, response: order },
  deliver: { operationId: "deliverOrder", tags, params, response: order },
  refund: {
    operationId: "refundOrder",
    tags,
    params,
    body: RefundRequest,
    response: answers({ 201: Order }),
  },
  note: {
    operationId: "noteOnOrder",
    tags,
    params,
    body: NoteRequest,
    response: answers({ 201: Order }),
  },
};
