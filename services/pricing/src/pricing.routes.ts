import {
  Coupon,
  CouponList,
  CouponPath,
  CouponQuery,
  CouponRequest,
  CouponSwitchRequest,
  Quote,
  QuoteRequest,
} from "@wares/contracts";
import { answers, ifMatch, tag, type Routes } from "@wares/platform/http";
import type { CouponCommands } from "./coupon.commands.ts";
import type { CouponQueries } from "./coupon.queries.ts";
import type { QuoteQueries } from "./quote.queries.ts";

const tags = ["pricing"];

export const quoteRoutes =
  ({ quote }: Pick<QuoteQueries, "quote">): Routes =>
  async (app) => {
    const schema = {
      operationId: "quote",
      summary: "What these lines come to, tax and shipping included",
      tags,
      body: QuoteRequest,
      response: answers({ 200: Quote }),
    };
    app.post("", { config: { allow: "anyone" }, schema }, ({ body, principal }) =>
      quote(body, principal.userId ?? principal.guestId),
    );
  };

export const couponRoutes =
  ({ create, switchTo }: CouponCommands, { list }: CouponQueries): Routes =>
  async (app) => {
    const config = { allow: "staff" } as const;
    const all = {
      operationId: "listCoupons",
      tags,
      querystring: CouponQuery,
      response: answers({ 200: CouponList }),
    };
    app.get("", { config, schema: all }, ({ query }) => list(query));

    const add = {
      operationId: "createCoupon",
      tags,
      body: CouponRequest,
      response: answers({ 201: Coupon }),
    };
    app.post("", { config, schema: add }, async ({ body }, reply) =>
      reply.code(201).send(await create(body)),
    );

    const change = {
      operationId: "switchCoupon",
      summary: "Off, nobody may begin to use it; orders that already do keep it",
      tags,
      params: CouponPath,
      body: CouponSwitchRequest,
      response: answers({ 200: Coupon }),
    };
    app.put("/:code/switch", { config, schema: change }, async (request, reply) => {
      const { params, body } = request;
      const coupon = await switchTo(params.code, ifMatch(request), body.isOn);
      return tag(reply, coupon.revision).send(coupon);
    });
  };
