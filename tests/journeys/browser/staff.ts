import { randomUUID } from "node:crypto";

// What staff do behind the pages that are looked at. The journeys do it in the back office itself.

export type Staff = Readonly<{
  ship: (orderId: string) => Promise<void>;
  deliver: (orderId: string) => Promise<void>;
  setStock: (sku: string, available: number) => Promise<void>;
  /** A flash sale with a waiting room; answers its id. */
  scheduleSale: (sale: SaleToCome) => Promise<string>;
  cancelSale: (saleId: string) => Promise<void>;
}>;

type SaleToCome = Readonly<{
  sku: string;
  name: Readonly<{ en: string; zh: string }>;
  quantity: number;
  limit: number;
  startsInMs: number;
}>;

// Below what every lamp of the demo shop costs.
const salePrices = { USD: 9_900, EUR: 9_400, GBP: 8_100, JPY: 15_800, CNY: 69_800 };

type Asked = Readonly<{ body?: object; token?: string; revision?: number }>;
type Shop = Readonly<{ url: string; email: string; password: string }>;

export const newStaff = async ({ url, email, password }: Shop): Promise<Staff> => {
  const ask = async <Body>(method: string, path: string, { body, token, revision }: Asked = {}) => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(revision && { "if-match": `"${revision}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const { accessToken: token } = await ask<{ accessToken: string }>("POST", "auth/sessions", {
    body: { email, password },
  });
  const act = (method: string, path: string, body: object) => ask(method, path, { body, token });
  return {
    ship: async (orderId) => {
      await act("PUT", `orders/${orderId}/processing`, {});
      await act("PUT", `orders/${orderId}/shipment`, {
        shipmentId: randomUUID(),
        carrier: "Parcel Post",
        service: "Standard",
        trackingNumber: "PP 4471 0093",
      });
    },
    deliver: async (orderId) => {
      await act("PUT", `orders/${orderId}/delivery`, {});
    },
    scheduleSale: async ({ sku, name, quantity, limit, startsInMs }) => {
      const id = randomUUID();
      const now = Date.now();
      await act("POST", "flash-sales", {
        id,
        name,
        startsAt: new Date(now + startsInMs).toISOString(),
        endsAt: new Date(now + startsInMs + 3_600_000).toISOString(),
        limitPerCustomer: limit,
        hasWaitingRoom: true,
        items: [{ sku, quantity, salePrices }],
      });
      return id;
    },
    cancelSale: async (saleId) => {
      const path = `flash-sales/${saleId}`;
      const { revision } = await ask<{ revision: number }>("GET", path, { token });
      await ask("PUT", `${path}/cancellation`, { body: {}, token, revision });
    },
    setStock: async (sku, available) => {
      const { availableQuantity } = await ask<{ availableQuantity: number }>(
        "GET",
        `stock/${sku}`,
        { token },
      );
      await act("POST", `stock/${sku}/adjustments`, {
        adjustmentId: randomUUID(),
        change: available - availableQuantity,
        reason: "Adjustment",
      });
    },
  };
};
