import type { Language, Payment, PlacedOrder, Quote } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { expect } from "vitest";
import type { Answered, Call } from "./openapi-client.ts";
import { people, patient, somebody } from "./people.ts";

// What shoppers do, each by one or two calls of the documented API.

export const address = {
  firstName: "Mira",
  lastName: "Okafor",
  addressLine1: "12 Harbour Street",
  city: "Galway",
  state: "",
  postalCode: "H91 X2F4",
  country: "IE",
  phone: "+353 91 000000",
};

export type Line = Readonly<{ sku: string; quantity: number }>;
type Wish = Readonly<{ couponCode?: string; language?: Language }>;
type Placing = Wish & Readonly<{ orderId?: string; email?: string; signal?: AbortSignal }>;

export const shopper = (call: Call) => {
  const quoted = (lines: readonly Line[], wish: Wish = {}) =>
    call<Quote>("quote", {
      body: {
        lines,
        currency: "EUR",
        language: "en",
        shippingMethodId: "standard",
        destination: { country: "IE", state: "", postalCode: "H91 X2F4" },
        ...wish,
      },
    });
  const orderOf = (
    lines: readonly Line[],
    { version }: Pick<Quote, "version">,
    { signal: _signal, ...change }: Placing = {},
  ) => ({
    orderId: uuidv7(),
    lines,
    currency: "EUR",
    language: "en",
    email: somebody(),
    shippingAddress: address,
    shippingMethodId: "standard",
    quoteVersion: version,
    ...change,
  });
  const place = async (
    token: string,
    lines: readonly Line[],
    change: Placing = {},
  ): Promise<Answered<PlacedOrder>> => {
    const { couponCode, language } = change;
    const wish = { ...(couponCode && { couponCode }), ...(language && { language }) };
    const { body: quote } = await quoted(lines, wish);
    const { signal } = change;
    return call<PlacedOrder>("placeOrder", {
      token,
      body: orderOf(lines, quote, change),
      ...(signal && { signal }),
    });
  };
  const pay = (token: string, orderId: string, card: string, paymentId: string = uuidv7()) =>
    call<Payment>("pay", {
      token,
      body: { paymentId, orderId, method: "CreditCard", token: card },
    });
  const order = async (token: string, orderId: string) =>
    (await call<PlacedOrder>("findOrder", { token, params: { orderId } })).body;
  const untilOrder = (token: string, orderId: string, status: string) =>
    expect
      .poll(async () => (await order(token, orderId)).status, { ...patient, message: orderId })
      .toBe(status);
  /** Placed and paid; answers the order as it is then. */
  const buy = async (token: string, lines: readonly Line[], change: Placing = {}) => {
    const { body } = await place(token, lines, change);
    await pay(token, body.id, "tok_visa");
    await untilOrder(token, body.id, "Paid");
    return body;
  };
  return { quoted, orderOf, place, pay, order, untilOrder, buy, ...people(call) };
};
export type Shopper = ReturnType<typeof shopper>;
