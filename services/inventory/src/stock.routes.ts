import {
  AdjustmentRequest,
  AvailabilityList,
  AvailabilityQuery,
  closed,
  Cursor,
  InventoryInfo,
  InventoryUpdated,
  MovementList,
  parse,
  Sku,
  StockList,
  StockQuery,
  ThresholdRequest,
} from "@wares/contracts";
import type { Live } from "@wares/platform";
import { answers, eventStream, ifMatch, signedIn, tag, type Routes } from "@wares/platform/http";
import Type from "typebox";
import { main } from "./slot.ts";
import type { StockCommands } from "./stock.commands.ts";
import type { StockQueries } from "./stock.queries.ts";

export const stockRoutes =
  (commands: StockCommands, queries: StockQueries, live: Live): Routes =>
  async (app) => {
    const available = async (skus: readonly Sku[]) =>
      [...(await queries.availableOf(skus))].map(([sku, left]) => ({ sku, available: left }));

    app.get("", { config: anyone, schema: schemas.available }, async (request) => ({
      stock: await available(request.query.skus),
    }));

    app.get("/live", { config: anyone, schema: schemas.live }, async (request, reply) => {
      const { skus } = request.query;
      const first = await available(skus);
      eventStream(request, reply, (send) => {
        for (const one of first) send(one);
        return live.on(InventoryUpdated.type, new Set(skus), ({ data }) => {
          const { sku, location, newAvailable } = parse(InventoryUpdated.data, data);
          // What is set aside for a sale is watched there.
          if (location === main) send({ sku, available: newAvailable });
        });
      });
    });

    app.get("/all", { config: staff, schema: schemas.list }, (request) =>
      queries.list(request.query),
    );
    app.get("/:sku", { config: staff, schema: schemas.find }, (request) =>
      queries.info(request.params.sku),
    );
    app.get("/:sku/movements", { config: staff, schema: schemas.movements }, (request) =>
      queries.movements(request.params.sku, request.query),
    );
    // The client chooses the adjustment's id, so a retried POST is one adjustment.
    app.post(
      "/:sku/adjustments",
      { config: staff, schema: schemas.adjust },
      async (request, reply) =>
        reply
          .code(201)
          .send(await commands.adjust(request.params.sku, request.body, signedIn(request))),
    );
    app.put(
      "/:sku/thresholds",
      { config: staff, schema: schemas.thresholds },
      async (request, reply) => {
        const { params, body } = request;
        const info = await commands.setThresholds(params.sku, ifMatch(request), body);
        return tag(reply, info.thresholdsRevision).send(info);
      },
    );
  };

const anyone = { allow: "anyone" } as const;
const staff = { allow: "staff" } as const;
const tags = ["inventory"];
const params = Type.Object({ sku: Sku });
const MovementQuery = Type.Object(
  {
    after: Type.Optional(Cursor),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  closed,
);

const schemas = {
  available: {
    operationId: "findAvailability",
    summary: "What can be sold now",
    tags,
    querystring: AvailabilityQuery,
    response: answers({ 200: AvailabilityList }),
  },
  live: {
    operationId: "watchAvailability",
    summary: "What can be sold, as it changes (server-sent events)",
    tags,
    querystring: AvailabilityQuery,
  },
  list: {
    operationId: "listStock",
    tags,
    querystring: StockQuery,
    response: answers({ 200: StockList }),
  },
  find: { operationId: "findStock", tags, params, response: answers({ 200: InventoryInfo }) },
  movements: {
    operationId: "listStockMovements",
    tags,
    params,
    querystring: MovementQuery,
    response: answers({ 200: MovementList }),
  },
  adjust: {
    operationId: "adjustStock",
    tags,
    params,
    body: AdjustmentRequest,
    response: answers({ 201: InventoryInfo }),
  },
  thresholds: {
    operationId: "setStockThresholds",
    tags,
    params,
    body: ThresholdRequest,
    response: answers({ 200: InventoryInfo }),
  },
};
