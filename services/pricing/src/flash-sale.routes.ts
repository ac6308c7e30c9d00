import {
  FlashSale,
  FlashSaleChange,
  FlashSaleFigures,
  FlashSaleList,
  FlashSalePath,
  FlashSaleQuery,
  FlashSaleRequest,
  OpenFlashSaleList,
} from "@wares/contracts";
import { answers, eventStream, ifMatch, tag, type Routes } from "@wares/platform/http";
import type { FlashSaleCommands } from "./flash-sale.commands.ts";
import { openViewOf, type OpenSales } from "./flash-sale-open.cache.ts";
import type { FlashSaleQueries } from "./flash-sale.queries.ts";
import { sharedWatch } from "./shared-watch.queries.ts";

type Parts = Readonly<{ commands: FlashSaleCommands; queries: FlashSaleQueries; open: OpenSales }>;

const stockEveryMs = 250;
const figuresEveryMs = 500;

/** For anybody: what is on sale, and what is left of it. */
export const openSaleRoutes =
  ({ queries, open }: Pick<Parts, "queries" | "open">): Routes =>
  async (app) => {
    const watch = sharedWatch(queries.stock, stockEveryMs);
    const config = { allow: "anyone" } as const;
    app.get("/open", { config, schema: schemas.open }, async () => ({
      sales: [...openViewOf(await open())],
    }));
    app.get(
      "/:flashSaleId/stock/live",
      { config, schema: schemas.stock },
      async (request, reply) => {
        const { flashSaleId } = request.params;
        const first = await queries.stock(flashSaleId);
        eventStream(request, reply, (send) => watch(flashSaleId, first, send));
      },
    );
  };

/** For staff. */
export const flashSaleRoutes =
  ({ commands, queries }: Parts): Routes =>
  async (app) => {
    // `at` is when it was read, and no news by itself.
    const watch = sharedWatch(queries.figures, figuresEveryMs);
    const at = () => new Date().toISOString();
    const config = { allow: "staff" } as const;
    app.get("", { config, schema: schemas.list }, ({ query }) => queries.list(query));
    app.post("", { config, schema: schemas.schedule }, async ({ body }, reply) => {
      const sale = await commands.schedule(body);
      return tag(reply, sale.revision).code(201).send(sale);
    });
    app.get("/:flashSaleId", { config, schema: schemas.find }, async ({ params }, reply) => {
      const sale = await queries.find(params.flashSaleId);
      return tag(reply, sale.revision).send(sale);
    });
    app.put("/:flashSaleId", { config, schema: schemas.change }, async (request, reply) => {
      const { params, body } = request;
      const sale = await commands.change(params.flashSaleId, ifMatch(request), body);
      return tag(reply, sale.revision).send(sale);
    });
    app.put(
      "/:flashSaleId/cancellation",
      { config, schema: schemas.cancel },
      async (request, reply) => {
        const sale = await commands.cancel(request.params.flashSaleId, ifMatch(request));
        return tag(reply, sale.revision).send(sale);
      },
    );
    app.get("/:flashSaleId/figures", { config, schema: schemas.figures }, async ({ params }) => ({
      ...(await queries.figures(params.flashSaleId)),
      at: at(),
    }));
    app.get(
      "/:flashSaleId/figures/live",
      { config, schema: schemas.figuresLive },
      async (request, reply) => {
        const { flashSaleId } = request.params;
        const first = await queries.figures(flashSaleId);
        eventStream(request, reply, (send) =>
          watch(flashSaleId, first, (figures) => send({ ...figures, at: at() })),
        );
      },
    );
  };

const tags = ["pricing"];
const params = FlashSalePath;
const response = answers({ 200: FlashSale });
const schemas = {
  open: {
    operationId: "listOpenFlashSales",
    summary: "What is on sale now or within a week, and what is left of it",
    tags,
    response: answers({ 200: OpenFlashSaleList }),
  },
  stock: {
    operationId: "watchFlashSaleStock",
    summary: "What is left of a flash sale, as it changes (server-sent events)",
    tags,
    params,
  },
  list: {
    operationId: "listFlashSales",
    tags,
    querystring: FlashSaleQuery,
    response: answers({ 200: FlashSaleList }),
  },
  schedule: {
    operationId: "scheduleFlashSale",
    summary: "Sets the units aside, and schedules the sale",
    tags,
    body: FlashSaleRequest,
    response: answers({ 201: FlashSale }),
  },
  find: { operationId: "findFlashSale", tags, params, response },
  change: {
    operationId: "changeFlashSale",
    summary: "While it has not begun",
    tags,
    params,
    body: FlashSaleChange,
    response,
  },
  cancel: {
    operationId: "cancelFlashSale",
    summary: "Nobody else may begin to buy; what is left goes back on the shelf",
    tags,
    params,
    response,
  },
  figures: {
    operationId: "findFlashSaleFigures",
    tags,
    params,
    response: answers({ 200: FlashSaleFigures }),
  },
  figuresLive: {
    operationId: "watchFlashSaleFigures",
    summary: "The figures of a flash sale, as they change (server-sent events)",
    tags,
    params,
  },
};
