import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "@wares/platform";
import type { Sale } from "./flash-sale-staff.ts";
import type { OrderBook } from "./orders.ts";
import type { Random } from "./random.ts";
import type { Answer } from "./raw-connection.ts";
import type { No, RushWaits, Timed } from "./rush-waits.ts";
import { outcomeFrom, type ShopClient } from "./shop-client.ts";

// One buyer of a flash sale, as people are: some press twice, some have two tabs, some walk away, some
// try a card that does not pay first, some ask
// once more because an answer was lost on its way.

export type Buyer = Readonly<{
  nth: number;
  token: string;
  manner: Manner;
  /** How often they look while they wait, about 1: the less, the more often. */
  pace: number;
}>;
export type Manner =
  | "plain"
  | "double click"
  | "two tabs"
  | "walks away"
  | "declined first"
  | "sends again";
export const mannerOf = (dice: Random): Manner => {
  const one = dice.below(100);
  if (one < 10) return "double click";
  if (one < 15) return "two tabs";
  if (one < 20) return "walks away";
  if (one < 30) return "declined first";
  return one < 35 ? "sends again" : "plain";
};
export const paceOf = (dice: Random): number => 0.5 + dice.below(1_000) / 1_000;

export type End = "paid" | "walked away" | "sold out" | "odd";
/** `no`: of the answer that said so. */
export type Bought = Readonly<{ end: End; no?: No; why?: string }>;

export type Market = Readonly<{
  client: ShopClient;
  sale: Sale;
  book: OrderBook;
  /** The body of an order, after its id and its buyer's address. */
  body: string;
  /** Told of each order that was accepted. */
  onPlaced: () => void;
  waits: Pick<RushWaits, "shed">;
}>;
type Asked = Timed & Readonly<{ answer: Answer }>;

/** Who is told "too busy" comes back when the shop said to, as browsers and people do. */
const BUSY_TRIES_MAX = 40;
const patiently = async (
  { waits }: Market,
  send: () => Promise<Answer>,
  first = performance.now(),
): Promise<Asked> => {
  for (let [tries, dueAt] = [1, first]; ; tries++) {
    const answer = await send();
    const asked = { answer, dueAt, writtenAt: answer.writtenAt, answeredAt: performance.now() };
    if (answer.status !== 503 || tries >= BUSY_TRIES_MAX) return asked;
    waits.shed(asked);
    const pauseMs = (answer.retryAfterSeconds ?? 1) * 1000;
    dueAt = asked.answeredAt + pauseMs;
    await pause(pauseMs);
  }
};

const POLL_MS = 1_500;
const PATIENCE_MS = 90_000;

/** `pressedAt`: when they wanted to, whenever we come to it. */
export const buy = async (market: Market, buyer: Buyer, pressedAt: number): Promise<Bought> => {
  let dueAt = pressedAt;
  if (market.sale.hasRoom) {
    const waited = await waitInRoom(market, buyer, pressedAt);
    if (waited.end !== "let in") return { ...waited, end: waited.end };
    dueAt = performance.now();
  }
  const first = await place(market, buyer, dueAt);
  if (!("orderId" in first)) return first;
  if (buyer.manner === "walks away") {
    const path = `/api/v1/orders/${first.orderId}/cancellation`;
    const { answer: gone } = await patiently(market, () =>
      market.client.put(path, "{}", buyer.token),
    );
    return gone.status === 200 ? { end: "walked away" } : odd(gone);
  }
  if (buyer.manner === "declined first") {
    const declined = await pay(market, buyer, first.orderId, "tok_declined");
    if (declined.status !== 202) return odd(declined);
  }
  const paid = await pay(market, buyer, first.orderId, "tok_visa");
  return paid.status === 202 ? { end: "paid" } : odd(paid);
};

const odd = (answer: Answer): Bought => ({ end: "odd", why: outcomeFrom(answer) });
const noes: ReadonlySet<string> = new Set([
  "409 inventory.sold_out",
  "409 pricing.flash_sale_sold_out",
]);

type Placed = Readonly<{ orderId: string }>;

/** Presses the button, in this buyer's manner. Of two tabs one order at most may come. */
const place = async (market: Market, buyer: Buyer, dueAt: number): Promise<Placed | Bought> => {
  const orderId = uuidv7();
  const ids = buyer.manner === "two tabs" ? [orderId, uuidv7()] : [orderId];
  const sent = buyer.manner === "double click" ? [...ids, ...ids] : ids;
  const answers = await Promise.all(sent.map((id) => placeOnce(market, buyer, { id, dueAt })));
  if (buyer.manner === "sends again") {
    const again = await placeOnce(market, buyer, { id: orderId, dueAt: performance.now() });
    if (answers[0]?.isOk && !again.isOk)
      return { end: "odd", why: `asked again for what was placed: ${again.why}` };
    answers.push(again);
  }
  const placed = [...new Set(answers.filter(({ isOk }) => isOk).map(({ id }) => id))];
  if (placed.length > 1) return { end: "odd", why: "two orders within a limit of one" };
  market.book.placed.push(...placed);
  for (const _ of placed) market.onPlaced();
  if (placed[0]) return { orderId: placed[0] };
  // Of two tabs one may hold the portion for a moment that the other then hears of, and neither the goods.
  const { no, why } = answers.find((one) => noes.has(one.why)) ?? answers[0]!;
  return { end: noes.has(why) ? "sold out" : "odd", no, why };
};

const placeOnce = async (
  market: Market,
  { nth, token }: Buyer,
  { id, dueAt }: Readonly<{ id: string; dueAt: number }>,
) => {
  const { client, book, body } = market;
  book.unanswered++;
  const email = `buyer${nth}@example.com`;
  const request = `{"orderId":"${id}","email":"${email}",${body}`;
  const { answer, ...timed } = await patiently(
    market,
    () => client.post("/api/v1/orders", request, token),
    dueAt,
  );
  // Too busy is said before anything was begun.
  if (answer.status < 500 || answer.status === 503) book.unanswered--;
  const isOk = answer.status === 201;
  const no = { ...timed, pressedAt: dueAt };
  return { id, isOk, no, why: isOk ? "" : outcomeFrom(answer) };
};

/** A declined card needs its order to have heard of it before the next try. */
const pay = async (
  market: Market,
  { token }: Buyer,
  orderId: string,
  card: string,
): Promise<Answer> => {
  for (let tries = 0; ; tries++) {
    const request = { paymentId: uuidv7(), orderId, method: "CreditCard", token: card };
    const { answer } = await patiently(market, () =>
      market.client.post("/api/v1/payments", JSON.stringify(request), token),
    );
    if (answer.status !== 409 || tries >= 20) return answer;
    await pause(100);
  }
};

type Waited = Readonly<{ end: "let in" }> | Bought;

/** Joins, and looks now and then; a page would be told over one open connection. */
const waitInRoom = async (
  market: Market,
  { token, pace }: Buyer,
  pressedAt: number,
): Promise<Waited> => {
  const { client, sale } = market;
  const path = `/api/v1/flash-sales/${sale.id}/ticket`;
  const until = performance.now() + PATIENCE_MS;
  let asked = await patiently(market, () => client.post(path, "{}", token), pressedAt);
  let lookedAt = pressedAt;
  for (;;) {
    const { answer, ...timed } = asked;
    if (answer.status >= 300) return odd(answer);
    const { state } = JSON.parse(answer.text) as { state: string };
    if (state === "Admitted") return { end: "let in" };
    if (state === "Over") return { end: "sold out", no: { ...timed, pressedAt: lookedAt } };
    if (performance.now() > until) return { end: "odd", why: `still ${state}` };
    lookedAt = performance.now() + POLL_MS * pace;
    await pause(POLL_MS * pace);
    asked = await patiently(market, () => client.get(path, token), lookedAt);
  }
};
