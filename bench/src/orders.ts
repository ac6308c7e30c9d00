import { Guest, parse, Quote, ShippingMethods, type Sku } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import type { Outcome } from "./load.ts";
import { random } from "./random.ts";
import { outcomeFrom, type ShopClient } from "./shop-client.ts";

export type Basket = Readonly<{ lines: readonly Readonly<{ sku: Sku; quantity: number }>[] }>;
/** A basket with a price that its buyer has seen, as the body of an order but for the order's id. */
export type Quoted = Readonly<{ basket: Basket; bodyAfterId: string }>;

/** What the shop promised, for the audit. */
export type OrderBook = { placed: string[]; unanswered: number };
export const orderBook = (): OrderBook => ({ placed: [], unanswered: 0 });

const country = "US";
const currency = "USD";
const language = "en";
const destination = { country, state: "OR", postalCode: "97201" };
export const destinationOf = { currency, language, destination };
const buyer = {
  email: "load@example.com",
  shippingAddress: {
    ...destination,
    firstName: "Load",
    lastName: "Generator",
    addressLine1: "1 Loopback Lane",
    city: "Portland",
    phone: "",
  },
};

export const makeGuests = async (
  client: ShopClient,
  count: number,
  atOnce = 1,
): Promise<readonly string[]> => {
  const tokens: string[] = [];
  const some = async () => {
    while (tokens.length < count) {
      const answer = await client.post("/api/v1/auth/guests", "{}");
      if (answer.status >= 300) throw new Error(`A guest was answered ${outcomeFrom(answer)}`);
      tokens.push(parse(Guest, JSON.parse(answer.text)).guestToken);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, some));
  return tokens.slice(0, count);
};

/** The body of an order, after its id and its buyer's address. */
export const orderBodyOf = (
  chosen: Readonly<{ lines: unknown; shippingMethodId: string; quoteVersion: string }>,
): string => {
  const { shippingAddress } = buyer;
  return JSON.stringify({ ...chosen, currency, language, shippingAddress }).slice(1);
};

export const shippingMethodOf = async (client: ShopClient): Promise<string> => {
  const path = `/api/v1/shipping-methods?country=${country}&currency=${currency}&language=${language}`;
  const [method] = (await client.read(ShippingMethods, path)).methods;
  if (!method) throw new Error("The shop ships nothing to where the load generator lives.");
  return method.id;
};

/** Baskets of one to three things, so many of each as people buy. */
export const makeBaskets = (skus: readonly Sku[], count: number): readonly Basket[] => {
  const dice = random(1_000);
  return Array.from({ length: count }, () => {
    const chosen = new Set(Array.from({ length: 1 + dice.below(3) }, () => dice.pick(skus)));
    return { lines: [...chosen].map((sku) => ({ sku, quantity: 1 + dice.below(2) })) };
  });
};

/** Once per basket, as a shopper sees a price before agreeing to it. */
export const quoteBaskets = async (
  client: ShopClient,
  baskets: readonly Basket[],
  token: string,
): Promise<readonly Quoted[]> => {
  const shippingMethodId = await shippingMethodOf(client);
  const quoted: Quoted[] = [];
  for (const basket of baskets) {
    const asked = { ...basket, currency, language, destination, shippingMethodId };
    const answer = await client.post("/api/v1/quotes", JSON.stringify(asked), token);
    if (answer.status !== 200) throw new Error(`A quote was answered ${outcomeFrom(answer)}`);
    const quoteVersion = parse(Quote, JSON.parse(answer.text)).version;
    const body = { ...basket, currency, language, ...buyer, shippingMethodId, quoteVersion };
    quoted.push({ basket, bodyAfterId: JSON.stringify(body).slice(1) });
  }
  return quoted;
};

export type Placed = Readonly<{ orderId: string; outcome: Outcome }>;

/** Places one order, and keeps what was answered. */
export const placeOrder = async (
  client: ShopClient,
  book: OrderBook,
  { bodyAfterId }: Quoted,
  token: string,
): Promise<Placed> => {
  const orderId = uuidv7();
  book.unanswered++; // until it is answered
  const answer = await client.post(
    "/api/v1/orders",
    `{"orderId":"${orderId}",${bodyAfterId}`,
    token,
  );
  const outcome = answer.status === 201 ? "ok" : outcomeFrom(answer);
  if (outcome === "ok") book.placed.push(orderId);
  // Any other 5xx leaves open whether the order is there.
  if (answer.status < 500 || outcome === "503 platform.busy") book.unanswered--;
  return { orderId, outcome };
};
