import { GuestId, parse, Sku, StockLine } from "@wares/contracts";
import { answers, httpServer, type Routes } from "@wares/platform/http";
import { uuidv7 } from "@wares/platform";
import Type from "typebox";
import { expect, test } from "vitest";
import { gateway, type GatewayOptions } from "./gateway.service.ts";

const [onSale, other] = ["ON-SALE", "OTHER"].map((sku) => parse(Sku, sku)) as [Sku, Sku];
const newGuest = () => parse(GuestId, uuidv7());

// What takes an order, without what it does with it.
const orders: Routes = async (app) => {
  const body = Type.Object({ lines: Type.Array(StockLine, { minItems: 1 }) });
  const schema = { operationId: "placeOrder", tags: ["test"], body };
  const response = answers({ 200: Type.Object({}) });
  app.post(
    "/orders",
    { config: { allow: "buyer" }, schema: { ...schema, response } },
    async () => ({}),
  );
};

const shop = async (more: Partial<GatewayOptions> = {}) => {
  const gate = gateway({
    // The gateway asks auth; here the token is the guest.
    identify: async ({ guest }) => ({ roles: [], guestId: parse(GuestId, guest) }),
    rateLimits: true,
    isSecure: false,
    reference: false,
    isInSale: async (skus) => skus.includes(onSale),
    ...more,
  });
  const app = await httpServer({ identify: gate.identify });
  await app.register(gate.plugin);
  await app.register(orders, { prefix: "/api/v1" });
  return async (guest: GuestId, skus: readonly Sku[], remoteAddress = "192.0.2.1") => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/v1/orders",
      headers: { "wares-guest": guest },
      payload: { lines: skus.map((sku) => ({ sku, quantity: 1 })) },
      remoteAddress,
    });
    const { type } = answer.json() as { type?: string };
    return type ?? answer.statusCode;
  };
};

test("one buyer tries ten orders of a sale a minute, from wherever, and as many others as the shop takes", async () => {
  const order = await shop();
  const guest = newGuest();
  const outcomes: unknown[] = [];
  for (let nth = 0; nth < 12; nth++)
    outcomes.push(await order(guest, [other, onSale], `192.0.2.${nth}`));
  expect(outcomes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(outcomes.slice(10)).toEqual(["gateway.too_many_tries", "gateway.too_many_tries"]);
  expect(await order(guest, [other])).toBe(200);
  expect(await order(newGuest(), [onSale])).toBe(200);
});

test("one address tries a hundred and twenty orders of a sale a minute, whoever it says it is", async () => {
  const order = await shop();
  const outcomes: unknown[] = [];
  for (let nth = 0; nth < 122; nth++) outcomes.push(await order(newGuest(), [onSale]));
  expect(outcomes.slice(0, 120).every((one) => one === 200)).toBe(true);
  expect(outcomes.slice(120)).toEqual(["gateway.too_many_requests", "gateway.too_many_requests"]);
  expect(await order(newGuest(), [onSale], "198.51.100.7")).toBe(200);
  expect(await order(newGuest(), [other])).toBe(200);
});

test("a shop without limits, and a body that is none, are left to themselves", async () => {
  const order = await shop({ rateLimits: false });
  const guest = newGuest();
  for (let nth = 0; nth < 12; nth++) expect(await order(guest, [onSale])).toBe(200);
  expect(await (await shop())(guest, [])).toBe("request.invalid");
});
