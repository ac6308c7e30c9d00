import { GuestId, OrderId, RefundId, UserId } from "@wares/contracts";
import type { OrderItem, PostalAddress, ProductId, Sku } from "@wares/contracts";
import type { HistoricOrder } from "@wares/orders";
import { idOf } from "@wares/platform";
import { countryCode } from "./country-names.ts";
import type { SaleRow } from "./sale-row.ts";
import { returnKey, type OpenReturn } from "./sales-survey.ts";

export type Sold = Readonly<{ productId: ProductId; sku: Sku; name: string }>;
type Returns = ReadonlyMap<string, OpenReturn[]>;

const quantityMax = 99;
const linesMax = 100;

/**
 * The orders of one invoice. An order holds at most a hundred lines and a line at most 99 of a
 * thing: a bigger quantity is several lines, and what is past a hundred lines is another order of
 * the same invoice. 19,773 invoices make 20,943 orders; one for each 99 of a thing would make about
 * 28,000, and their number and worth are what a shop looks at.
 */
export const ordersOf = (
  rows: readonly SaleRow[],
  sold: ReadonlyMap<Sku, Sold>,
  returns: Returns,
  partsBefore: number,
): readonly HistoricOrder[] => {
  const lines = merged(rows).flatMap(inLines);
  const parts = Array.from({ length: Math.ceil(lines.length / linesMax) }, (_, nth) =>
    lines.slice(nth * linesMax, (nth + 1) * linesMax),
  );
  return parts.map((part, nth) => orderOf(part, sold, returns, partsBefore + nth + 1));
};

/** What stands on an invoice twice at one price is one line. */
const merged = (rows: readonly SaleRow[]): readonly SaleRow[] => {
  const byThing = new Map<string, SaleRow>();
  for (const row of rows) {
    const key = `${row.code} ${row.unitPrice}`;
    const before = byThing.get(key);
    byThing.set(key, before ? { ...before, quantity: before.quantity + row.quantity } : row);
  }
  return [...byThing.values()];
};

const inLines = (row: SaleRow): readonly SaleRow[] =>
  Array.from({ length: Math.ceil(row.quantity / quantityMax) }, (_, nth) => ({
    ...row,
    quantity: Math.min(quantityMax, row.quantity - nth * quantityMax),
  }));

const pounds = (amount: number) => ({ amount, currency: "GBP" as const });

const orderOf = (
  rows: readonly SaleRow[],
  sold: ReadonlyMap<Sku, Sold>,
  returns: Returns,
  part: number,
): HistoricOrder => {
  const [first] = rows;
  if (!first) throw new Error("an order has lines");
  const { invoice, customer, country, at } = first;
  const orderId = idOf(OrderId, "uci", invoice, String(part));
  const items = rows.map((row, nth) => itemOf(row, nth + 1, sold));
  const total = pounds(items.reduce((sum, { totalPrice }) => sum + totalPrice.amount, 0));
  const refunds = refundsOf(rows, returns, orderId);
  const address = addressOf(customer, invoice, country);
  return {
    orderId,
    orderNumber: part === 1 ? `UCI-${invoice}` : `UCI-${invoice}-${part}`,
    // Nobody can sign in as them: the ledger knows customers by a number alone.
    buyerId: customer === "" ? idOf(GuestId, "uci", invoice) : idOf(UserId, "uci", customer),
    contact: { email: emailOf(customer, invoice), language: "en" },
    items,
    subtotal: total,
    discount: pounds(0),
    shipping: pounds(0),
    tax: pounds(0),
    total,
    shippingAddress: address,
    billingAddress: address,
    shippingMethod,
    placedAt: at,
    ...(refunds.length > 0 && { refunds }),
  };
};

// `.example` is nobody's, so that a mail that should not be sent reaches nobody.
const emailOf = (customer: string, invoice: string): string =>
  customer === "" ? `invoice-${invoice}@history.example` : `customer-${customer}@history.example`;

const shippingMethod: HistoricOrder["shippingMethod"] = {
  id: "history",
  name: "Former shop",
  carrier: "",
  service: "",
  cost: pounds(0),
  estimatedDays: { least: 0, most: 0 },
};

const addressOf = (customer: string, invoice: string, country: string): PostalAddress => ({
  firstName: customer === "" ? "Guest" : "Customer",
  lastName: customer === "" ? invoice : customer,
  addressLine1: "Not recorded",
  city: country.slice(0, 100) || "Not recorded",
  state: "",
  postalCode: "",
  country: countryCode(country),
  phone: "",
});

const itemOf = (
  { code, quantity, unitPrice }: SaleRow,
  id: number,
  sold: ReadonlyMap<Sku, Sold>,
): OrderItem => {
  const product = sold.get(code);
  if (!product) throw new Error(`${code} is no product`);
  return {
    id,
    productId: product.productId,
    name: product.name,
    sku: product.sku,
    quantity,
    unitPrice: pounds(unitPrice),
    totalPrice: pounds(unitPrice * quantity),
    attributes: {},
  };
};

/**
 * A return names no order. It is taken to be of the earliest purchase of that thing by that
 * customer which is not yet given back; at the price that was paid, so that no order gives back more
 * than it took.
 */
const refundsOf = (rows: readonly SaleRow[], returns: Returns, orderId: OrderId) => {
  const byInvoice = new Map<string, { amount: number; at: string }>();
  for (const row of rows) {
    if (row.customer === "") continue;
    let kept = row.quantity;
    for (const open of returns.get(returnKey(row)) ?? []) {
      const back = open.at >= row.at ? Math.min(kept, open.left) : 0;
      if (back === 0) continue;
      open.left -= back;
      kept -= back;
      const { amount = 0 } = byInvoice.get(open.invoice) ?? {};
      byInvoice.set(open.invoice, { amount: amount + back * row.unitPrice, at: open.at });
    }
  }
  return [...byInvoice]
    .map(([invoice, refund]) => ({
      refundId: idOf(RefundId, "uci", invoice, orderId),
      ...refund,
      reason: `Returned, ${invoice}`,
    }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
};
