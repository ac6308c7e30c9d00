import {
  Cart,
  CartCouponRequest,
  CartLineRequest,
  CartQuantityRequest,
  LocaleQuery,
  SkuPath,
} from "@wares/contracts";
import { answers, buyerOf, type Routes } from "@wares/platform/http";
import type { FastifyRequest } from "fastify";
import type { CartCommands, Shopper } from "./cart.commands.ts";
import type { FindCart } from "./cart.queries.ts";

export const cartRoutes =
  (commands: CartCommands, find: FindCart): Routes =>
  async (app) => {
    const buyer = { allow: "buyer" } as const;

    app.get("", { schema: schemas.find, config: buyer }, async (request) => {
      const shopper = shopperOf(request);
      await commands.merge(shopper, request.query.currency);
      return find(shopper.buyerId, request.query);
    });

    app.post("/lines", { schema: schemas.add, config: buyer }, async (request, reply) => {
      const shopper = shopperOf(request);
      await commands.add(shopper, request.query.currency, request.body);
      return reply.code(201).send(await find(shopper.buyerId, request.query));
    });

    app.put("/lines/:sku", { schema: schemas.set, config: buyer }, async (request) => {
      const shopper = shopperOf(request);
      const line = { sku: request.params.sku, quantity: request.body.quantity };
      await commands.setQuantity(shopper, request.query.currency, line);
      return find(shopper.buyerId, request.query);
    });

    app.delete("/lines/:sku", { schema: schemas.remove, config: buyer }, async (request) => {
      const shopper = shopperOf(request);
      const line = { sku: request.params.sku, quantity: 0 };
      await commands.setQuantity(shopper, request.query.currency, line);
      return find(shopper.buyerId, request.query);
    });

    app.put("/coupon", { schema: schemas.useCoupon, config: buyer }, async (request) => {
      const shopper = shopperOf(request);
      const code = request.body.code.trim().toUpperCase();
      await commands.useCoupon(shopper, request.query.currency, code);
      return find(shopper.buyerId, request.query);
    });

    app.delete("/coupon", { schema: schemas.dropCoupon, config: buyer }, async (request) => {
      const shopper = shopperOf(request);
      await commands.useCoupon(shopper, request.query.currency, null);
      return find(shopper.buyerId, request.query);
    });
  };

const shopperOf = (request: FastifyRequest): Shopper => {
  const { userId, guestId } = request.principal;
  return { buyerId: buyerOf(request), ...(userId && { userId }), ...(guestId && { guestId }) };
};

const common = { tags: ["carts"], querystring: LocaleQuery, response: answers({ 200: Cart }) };
const schemas = {
  find: { operationId: "findCart", ...common },
  add: {
    operationId: "addToCart",
    ...common,
    body: CartLineRequest,
    response: answers({ 201: Cart }),
  },
  set: { operationId: "setCartQuantity", ...common, params: SkuPath, body: CartQuantityRequest },
  remove: { operationId: "removeFromCart", ...common, params: SkuPath },
  useCoupon: { operationId: "useCoupon", ...common, body: CartCouponRequest },
  dropCoupon: { operationId: "dropCoupon", ...common },
};
