import type { BuyerId, FlashSaleId, OrderId, Sku, StockLine } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { refusals } from "./refusals.ts";

// An order takes part in a sale before its stock is held, and is counted against the customer's portion
// from then on. reserved → confirmed → paid; left when its stock was not to be had, which may be tried
// again; expired when no order was heard of; returned when the order was cancelled, which is final.

export type PartState = "reserved" | "left" | "expired" | "confirmed" | "paid" | "returned";
export type JoinRequest = Readonly<{
  orderId: OrderId;
  buyerId: BuyerId;
  flashSaleId: FlashSaleId;
  units: number;
  /** Whom the units are counted for: every one of them must have room. */
  customers: readonly string[];
  /** Let in by the waiting room, or there was none to ask. */
  isAdmitted: boolean;
}>;
export type Part = Pick<
  JoinRequest,
  "orderId" | "buyerId" | "flashSaleId" | "units" | "customers"
> & { readonly state: PartState };
export type SaleLimits = Readonly<{
  isRunning: boolean;
  limitPerCustomer: number;
  hasWaitingRoom: boolean;
}>;
export type PartBook = Readonly<{
  sales: ReadonlyMap<FlashSaleId, SaleLimits>;
  parts: ReadonlyMap<OrderId, Part>;
  /** Units by `customerKey`. */
  taken: ReadonlyMap<string, number>;
}>;
export const customerKey = (flashSaleId: FlashSaleId, customer: string): string =>
  `${flashSaleId} ${customer}`;
export const isIn = (state: PartState): boolean =>
  state === "reserved" || state === "confirmed" || state === "paid";

/** Decides each order as if it had come alone, after the ones before it. */
export const joinAll = (book: PartBook, requests: readonly JoinRequest[]) => {
  const parts = new Map(book.parts);
  const taken = new Map(book.taken);
  const granted: Part[] = [];

  const decide = (request: JoinRequest): Part | Refusal => {
    const { orderId, buyerId, flashSaleId, units, customers } = request;
    const known = parts.get(orderId);
    if (known && !isSame(known, request)) return refusals.joinedOtherwise;
    if (known && isIn(known.state)) return known;
    if (known && known.state !== "left") return refusals.saleNotRunning;
    const keys = customers.map((customer) => customerKey(flashSaleId, customer));
    const before = Math.max(...keys.map((key) => taken.get(key) ?? 0));
    const refusal = judge(book.sales.get(flashSaleId), request, before);
    if (refusal) return refusal;
    for (const key of keys) taken.set(key, (taken.get(key) ?? 0) + units);
    const part: Part = { orderId, buyerId, flashSaleId, units, customers, state: "reserved" };
    parts.set(orderId, part);
    granted.push(part);
    return part;
  };
  return { answers: requests.map(decide), granted };
};

/** Of parts that were let go of too early, those for whom there is room yet. */
export const withRoom = (
  parts: readonly Part[],
  known: ReadonlyMap<string, Readonly<{ taken: number; takenMax: number }>>,
): readonly Part[] => {
  const taken = new Map([...known].map(([key, row]) => [key, row.taken]));
  return parts.filter(({ flashSaleId, customers, units }) => {
    const keys = customers.map((customer) => customerKey(flashSaleId, customer));
    const isRoom = keys.every(
      (key) => (taken.get(key) ?? 0) + units <= (known.get(key)?.takenMax ?? 0),
    );
    if (isRoom) for (const key of keys) taken.set(key, (taken.get(key) ?? 0) + units);
    return isRoom;
  });
};

const judge = (
  sale: SaleLimits | undefined,
  { flashSaleId, units, isAdmitted }: JoinRequest,
  before: number,
): Refusal | undefined => {
  const detail = { flashSaleId };
  if (!sale?.isRunning) return { ...refusals.saleNotRunning, detail };
  if (sale.hasWaitingRoom && !isAdmitted) return { ...refusals.waitingRoom, detail };
  const { limitPerCustomer } = sale;
  const left = limitPerCustomer - before;
  if (units > left)
    return { ...refusals.saleLimitReached, detail: { ...detail, limitPerCustomer, left } };
  return undefined;
};

const isSame = (known: Part, { buyerId, flashSaleId, units }: JoinRequest): boolean =>
  known.buyerId === buyerId && known.flashSaleId === flashSaleId && known.units === units;

/**
 * One address in its many spellings. What follows a plus sign goes to the same mailbox nearly
 * everywhere, and dots mean nothing to the largest provider.
 */
export const normalEmail = (email: string): string => {
  const [name = "", domain = ""] = email.normalize("NFKC").trim().toLowerCase().split("@");
  const mailbox = name.split("+")[0] || name;
  return /^(gmail|googlemail)\.com$/.test(domain)
    ? `${mailbox.replaceAll(".", "")}@gmail.com`
    : `${mailbox}@${domain}`;
};

/** Which of these there is too little of, by what was left a moment ago. */
export const shortOf = (
  lines: readonly StockLine[],
  left: ReadonlyMap<Sku, number>,
): readonly Readonly<{ sku: Sku; available: number }>[] => {
  const wanted = new Map<Sku, number>();
  for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  return [...wanted]
    .map(([sku, quantity]) => ({ sku, quantity, available: left.get(sku) ?? 0 }))
    .filter(({ quantity, available }) => quantity > available)
    .map(({ sku, available }) => ({ sku, available }));
};
