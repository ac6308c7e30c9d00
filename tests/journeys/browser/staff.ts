import { randomUUID } from "node:crypto";

// What staff do behind the pages that are looked at. The journeys do it in the back office itself.

export type Staff = Readonly<{
  ship: (orderId: string) => Promise<void>;
  deliver: (orderId: string) => Promise<void>;
  setStock: (sku: string, available: number) => Promise<void>;
}>;

type Shop = Readonly<{ url: string; email: string; password: string }>;

export const newStaff = async ({ url, email, password }: Shop): Promise<Staff> => {
  const ask = async <Body>(method: string, path: string, body?: object, token = "") => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const { accessToken } = await ask<{ accessToken: string }>("POST", "auth/sessions", {
    email,
    password,
  });
  const act = (method: string, path: string, body: object) => ask(method, path, body, accessToken);
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
    setStock: async (sku, available) => {
      const { availableQuantity } = await ask<{ availableQuantity: number }>(
        "GET",
        `stock/${sku}`,
        undefined,
        accessToken,
      );
      await act("POST", `stock/${sku}/adjustments`, {
        adjustmentId: randomUUID(),
        change: available - availableQuantity,
        reason: "Adjustment",
      });
    },
  };
};
