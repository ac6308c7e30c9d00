import { randomBytes } from "node:crypto";
import type {
  CategoryList,
  InventoryInfo,
  MovementList,
  OrderList,
  StaffProduct,
} from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { expect, vi } from "vitest";
import type { Call } from "./openapi-client.ts";
import { patient } from "./people.ts";

// What staff do, by the documented API. Each journey makes goods of its own, so that none counts on
// the stock that another one buys.

const prices = { USD: 2_000, EUR: 1_900, GBP: 1_700, JPY: 300_000, CNY: 14_000 };

type At = Readonly<{ call: Call; token: string; categoryId: string }>;

export const clerk = async (call: Call, hint: Readonly<{ email: string; password: string }>) => {
  const { body } = await call<{ accessToken: string }>("signIn", {
    body: { email: hint.email, password: hint.password },
  });
  const { body: shelves } = await call<CategoryList>("listCategories", {
    query: { language: "en", currency: "EUR" },
  });
  const at = { call, token: body.accessToken, categoryId: shelves.categories[0]?.id ?? "" };
  return { ...at, ...atTheShelf(at), ...atTheDesk(at) };
};
export type Clerk = Awaited<ReturnType<typeof clerk>>;

const atTheShelf = ({ call, token, categoryId }: At) => {
  const stockOf = async (sku: string) =>
    (await call<InventoryInfo>("findStock", { token, params: { sku } })).body;
  const movementsOf = async (sku: string) =>
    (await call<MovementList>("listStockMovements", { token, params: { sku } })).body.movements;
  const adjust = (sku: string, change: number) =>
    call("adjustStock", {
      token,
      params: { sku },
      body: { adjustmentId: uuidv7(), change, reason: change > 0 ? "Purchase" : "Damage" },
    });
  /** Something new on the shelf, so many of it. */
  const goods = async (quantity: number) => {
    const sku = `J-${randomBytes(5).toString("hex").toUpperCase()}`;
    const id = uuidv7();
    const name = `Journey kettle ${sku.slice(2)}`;
    const created = await call<StaffProduct>("createProduct", {
      token,
      body: {
        id,
        sku,
        status: "Active",
        name: { en: name, zh: `旅途水壶 ${sku.slice(2)}` },
        description: { en: "Boils water.", zh: "烧水。" },
        brand: "Journey",
        categoryId,
        attributes: { en: { Material: "Steel" } },
        images: [],
        prices,
        variants: [],
      },
    });
    expect([created.status, created.body]).toMatchObject([201, { id }]);
    await vi.waitFor(async () => {
      const { status } = await call("findStock", { token, params: { sku } });
      if (status !== 200) throw new Error(`${sku} has no shelf yet`);
    }, patient);
    if (quantity > 0) await adjust(sku, quantity);
    return { id, sku, name };
  };
  const reprice = async (productId: string, sku: string, change: Partial<typeof prices>) => {
    const { headers } = await call("findCatalogueProduct", { token, params: { productId } });
    const answer = await call("changePrices", {
      token,
      params: { productId },
      headers: { "if-match": headers.get("etag") ?? "" },
      body: { prices: [{ sku, prices: { ...prices, ...change } }] },
    });
    expect(answer.status).toBe(200);
  };
  return { stockOf, movementsOf, adjust, goods, reprice };
};

const atTheDesk = ({ call, token }: At) => {
  const startProcessing = (orderId: string) =>
    call("startProcessingOrder", { token, params: { orderId } });
  const ship = (orderId: string, shipmentId: string = uuidv7()) =>
    call("shipOrder", {
      token,
      params: { orderId },
      body: { shipmentId, carrier: "Parcel Post", service: "Standard", trackingNumber: "PP42" },
    });
  const deliver = (orderId: string) => call("deliverOrder", { token, params: { orderId } });
  const refund = (orderId: string, amount: number, change: object = {}) =>
    call("refundOrder", {
      token,
      params: { orderId },
      body: {
        refundId: uuidv7(),
        amount: { amount, currency: "EUR" },
        reason: "The lid was missing.",
        restock: [],
        ...change,
      },
    });
  const cancel = (orderId: string) => call("cancelOrder", { token, params: { orderId }, body: {} });
  const ordersOf = async (query: Readonly<Record<string, string | number>>) =>
    (await call<OrderList>("listOrders", { token, query })).body;
  return { startProcessing, ship, deliver, refund, cancel, ordersOf };
};
