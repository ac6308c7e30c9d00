import { Quote, parse, type Sku } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { stockUp } from "./audit.store.ts";
import type { Ground } from "./ground.ts";
import { destinationOf, orderBodyOf, shippingMethodOf } from "./orders.ts";
import type { Answer } from "./raw-connection.ts";
import { outcomeFrom, type ShopClient } from "./shop-client.ts";

// What staff do before a sale, and what it costs then.

export type Sale = Readonly<{
  id: string;
  sku: Sku;
  units: number;
  hasRoom: boolean;
  /** By this machine's clock, which is the shop's. */
  startsAt: number;
}>;

const textOf = (answer: Answer, status: number, about: string): string => {
  if (answer.status !== status) throw new Error(`${about} was answered ${outcomeFrom(answer)}`);
  return answer.text;
};

export const scheduleSale = async (
  { shop, db }: Ground,
  client: ShopClient,
  { sku, units, hasRoom, startsInMs }: Omit<Sale, "id" | "startsAt"> & { startsInMs: number },
): Promise<Sale> => {
  await stockUp(db, [sku], units);
  const session = await client.post("/api/v1/auth/sessions", JSON.stringify(shop.signIn));
  const { accessToken } = JSON.parse(textOf(session, 201, "The sign-in")) as {
    accessToken: string;
  };
  const startsAt = Date.now() + startsInMs;
  const id = uuidv7();
  const wanted = {
    id,
    name: { en: "Flash sale of the bench" },
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 3_600_000).toISOString(),
    limitPerCustomer: 1,
    hasWaitingRoom: hasRoom,
    items: [{ sku, quantity: units, salePrices: { USD: 1, EUR: 1, GBP: 1, JPY: 1, CNY: 1 } }],
  };
  const answer = await client.post("/api/v1/flash-sales", JSON.stringify(wanted), accessToken);
  textOf(answer, 201, "The sale");
  return { id, sku, units, hasRoom, startsAt };
};

/** The one price that all buyers agree to, as the body of an order but for its id and its buyer. */
export const quoteSale = async (client: ShopClient, { sku }: Sale, token: string) => {
  const shippingMethodId = await shippingMethodOf(client);
  const lines = [{ sku, quantity: 1 }];
  const asked = { lines, ...destinationOf, shippingMethodId };
  const answer = await client.post("/api/v1/quotes", JSON.stringify(asked), token);
  const { version, items } = parse(Quote, JSON.parse(textOf(answer, 200, "The quote")));
  if (!items[0]?.flashSaleId) throw new Error("The quote is not at the sale's price.");
  return orderBodyOf({ lines, shippingMethodId, quoteVersion: version });
};
