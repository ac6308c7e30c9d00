// Test support: a cart, quotes, orders and payments of one shopper, in memory.
import {
  BuyerId,
  type Cart,
  type CartLine,
  type ChosenShipping,
  type Order,
  parse,
  type Payment,
  PaymentId,
  type PaymentOptions,
  type PayRequest,
  type PlaceOrderRequest,
  type Problem,
  type Quote,
  type QuoteRequest,
} from "@wares/contracts";
import type { Static } from "typebox";
import { type Asked, money, sampleCard, sampleId, sampleVariants } from "./sample-catalogue.ts";
import { sampleProducts } from "./sample-products.ts";

export class Refused extends Error {
  readonly problem: Problem;
  constructor(status: number, type: string, title: string, detail?: Record<string, unknown>) {
    super(title);
    this.problem = { status, type, title, ...(detail && { detail }) };
  }
}

const find = (sku: string, asked: Asked) => {
  for (const product of sampleProducts) {
    const variant = sampleVariants(product, asked).find((one) => one.sku === sku);
    if (variant) return { card: sampleCard(product, asked), variant };
  }
  throw new Refused(404, "products.not_sold", "We do not sell this.");
};

export const sampleOptions: PaymentOptions = {
  gateway: "sandbox",
  methods: ["CreditCard"],
  testCards: [
    { token: "tok_ok", label: "Pays at once", brand: "Visa", last4: "4242" },
    {
      token: "tok_prove",
      label: "The bank asks for a second factor",
      brand: "Mastercard",
      last4: "3220",
    },
    { token: "tok_declined", label: "Is declined", brand: "Visa", last4: "0002" },
  ],
};

export const sampleMethods = ({ currency, language }: Asked): Static<typeof ChosenShipping>[] => [
  {
    id: "ground",
    name: language === "zh" ? "陆运" : "Ground, carbon counted",
    carrier: "Northline",
    service: "Ground",
    cost: money(0, currency),
    estimatedDays: { least: 3, most: 4 },
  },
  {
    id: "air",
    name: language === "zh" ? "空运，签收" : "Air, signed for",
    carrier: "Northline",
    service: "Air",
    cost: money(1800, currency),
    estimatedDays: { least: 1, most: 1 },
  },
];

type State = {
  lines: Map<string, number>;
  orders: Map<string, Order>;
  payments: Payment[];
  /** As they came, for a test to read. */
  requests: PayRequest[];
  /** SKUs that turn out to be gone when the order is placed. */
  soldOutMeanwhile: Set<string>;
  /** How often the next orders are told to come again, each by its seconds. */
  busyMeanwhile: number[];
  couponCode: string | undefined;
};

const cartOf = ({ lines, couponCode }: State, asked: Asked): Cart => {
  const all = [...lines].map(([sku, quantity]): CartLine => {
    const { card, variant } = find(sku, asked);
    const unitPrice = variant.salePrice ?? variant.price;
    return {
      sku: variant.sku,
      productId: card.id,
      slug: card.slug,
      name: card.name,
      attributes: variant.attributes,
      ...(card.picture && { picture: card.picture }),
      quantity,
      unitPrice,
      ...(variant.salePrice && { regularPrice: variant.price }),
      totalPrice: { ...unitPrice, amount: unitPrice.amount * quantity },
      available: variant.available,
      ...(variant.available < quantity && { problem: "NotEnough" as const }),
    };
  });
  const amount = all.reduce((sum, { totalPrice }) => sum + totalPrice.amount, 0);
  return {
    lines: all,
    currency: asked.currency,
    subtotal: { amount, currency: asked.currency },
    itemCount: all.reduce((sum, { quantity }) => sum + quantity, 0),
    ...(couponCode && { couponCode }),
  };
};

const quoteOf = (request: QuoteRequest): Quote => {
  const { currency } = request;
  const items = request.lines.map(({ sku, quantity }, place) => {
    const { card, variant } = find(sku, request);
    const unitPrice = variant.salePrice ?? variant.price;
    const zero = { amount: 0, currency };
    return {
      id: place + 1,
      productId: card.id,
      name: card.name,
      sku: variant.sku,
      quantity,
      unitPrice,
      totalPrice: { amount: unitPrice.amount * quantity, currency },
      attributes: variant.attributes,
      ...(card.picture && { imageUrl: card.picture.url }),
      discount: zero,
      tax: zero,
    };
  });
  const methods = sampleMethods(request);
  const method = methods.find(({ id }) => id === request.shippingMethodId) ?? methods[0];
  if (!method) throw new Error("the sample shop delivers");
  const subtotal = items.reduce((sum, { totalPrice }) => sum + totalPrice.amount, 0);
  const isKnown = request.couponCode === "WELCOME10";
  const discount = isKnown ? Math.round(subtotal / 10) : 0;
  const total = subtotal - discount + method.cost.amount;
  const of = (amount: number) => ({ amount, currency });
  return {
    version: `sample-quote-${total}-${request.destination.country}`,
    items,
    subtotal: of(subtotal),
    discount: of(discount),
    shipping: method.cost,
    tax: of(0),
    taxIncluded: of(0),
    total: of(total),
    currency,
    shippingMethod: method,
    ...(isKnown && { coupon: { code: "WELCOME10", label: "10% off everything" } }),
    ...(request.couponCode && !isKnown && { couponProblem: "Unknown" as const }),
    taxLines: [],
  };
};

const placeIn = (
  { orders, lines, soldOutMeanwhile, busyMeanwhile }: State,
  request: PlaceOrderRequest,
): Order & { key: string } => {
  const retryAfterSeconds = busyMeanwhile.shift();
  if (retryAfterSeconds)
    throw new Refused(503, "platform.busy", "Too many at once.", { retryAfterSeconds });
  const key = `sample-key-${request.orderId}`;
  const known = orders.get(request.orderId);
  if (known) return { ...known, key };
  const gone = request.lines.filter(({ sku }) => soldOutMeanwhile.has(sku));
  if (gone.length > 0) {
    const detail = { lines: gone.map(({ sku }) => ({ sku, available: 1 })) };
    throw new Refused(409, "inventory.sold_out", "Not everything is left.", detail);
  }
  const { shippingAddress, couponCode: code, ...rest } = request;
  const { country, state, postalCode } = shippingAddress;
  const priced = quoteOf({
    lines: rest.lines,
    currency: rest.currency,
    language: rest.language,
    destination: { country, state, postalCode },
    shippingMethodId: rest.shippingMethodId,
    ...(code && { couponCode: code }),
  });
  if (priced.version !== request.quoteVersion) {
    throw new Refused(409, "orders.quote_changed", "The total changed.", { quote: priced });
  }
  const order = orderOf(request, priced, orders.size);
  orders.set(order.id, order);
  lines.clear();
  return { ...order, key };
};

const payIn = (state: State, request: PayRequest, origin: string): Payment => {
  const { payments, orders, requests } = state;
  requests.push(request);
  const known = payments.find(({ id }) => id === request.paymentId);
  if (known) return known;
  const order = orders.get(request.orderId);
  if (!order?.can.pay)
    throw new Refused(409, "orders.not_payable", "This order takes no money now.");
  const now = new Date().toISOString();
  const isDeclined = request.token === "tok_declined";
  const payment: Payment = {
    id: parse(PaymentId, request.paymentId),
    orderId: order.id,
    amount: order.total,
    refundedAmount: { ...order.total, amount: 0 },
    paymentMethod: request.method,
    cardBrand: "Visa",
    cardLast4: "4242",
    status: isDeclined ? "Failed" : "Processing",
    ...(isDeclined && { failure: "The bank said no." }),
    ...(request.token === "tok_prove" && { nextAction: { url: `${origin}/bank` } }),
    createdAt: now,
    updatedAt: now,
  };
  payments.push(payment);
  if (isDeclined) advanceIn(state, order.id, "PaymentFailed");
  else if (request.token === "tok_ok") setTimeout(() => settleIn(state, payment), 1_500).unref();
  return payment;
};

const settleIn = (state: State, payment: Payment) => {
  payment.status = "Succeeded";
  advanceIn(state, payment.orderId, "Paid");
};

const advanceIn = ({ orders }: State, orderId: string, status: Order["status"]) => {
  const order = orders.get(orderId);
  if (!order) throw new Refused(404, "orders.not_found", "We have no such order.");
  order.status = status;
  const at = new Date().toISOString();
  order.timeline.push({ at, kind: `Order${status}`, by: "Shop", isInternal: false });
  order.can.pay = status === "PaymentFailed";
  order.can.cancel = ["Pending", "Paid", "PaymentFailed"].includes(status);
  return order;
};

export const sampleSales = () => {
  const state: State = {
    lines: new Map(),
    orders: new Map(),
    payments: [],
    requests: [],
    soldOutMeanwhile: new Set(),
    busyMeanwhile: [],
    couponCode: undefined,
  };
  return {
    ...state,
    cart: (asked: Asked) => cartOf(state, asked),
    quote: quoteOf,
    place: (request: PlaceOrderRequest) => placeIn(state, request),
    pay: (request: PayRequest, origin: string) => payIn(state, request, origin),
    advance: (orderId: string, status: Order["status"]) => advanceIn(state, orderId, status),
    setCoupon: (code: string | undefined) => {
      state.couponCode = code;
    },
  };
};
export type SampleSales = ReturnType<typeof sampleSales>;

const orderOf = (request: PlaceOrderRequest, priced: Quote, place: number): Order => {
  const now = new Date();
  const at = now.toISOString();
  return {
    id: request.orderId,
    orderNumber: `W-${20_418 + place}`,
    buyerId: parse(BuyerId, sampleId(5, 1)),
    contact: { email: request.email, language: request.language },
    status: "Pending",
    items: priced.items.map(({ discount: _discount, tax: _tax, ...item }) => item),
    subtotal: priced.subtotal,
    discount: priced.discount,
    shipping: priced.shipping,
    tax: priced.tax,
    total: priced.total,
    refundedTotal: { ...priced.total, amount: 0 },
    billingAddress: request.shippingAddress,
    shippingAddress: request.shippingAddress,
    shippingMethod: priced.shippingMethod,
    refunds: [],
    timeline: [{ at, kind: "OrderCreated", by: "Shopper", isInternal: false }],
    payBefore: new Date(now.getTime() + 15 * 60_000).toISOString(),
    can: {
      pay: true,
      cancel: true,
      startProcessing: false,
      ship: false,
      deliver: false,
      refund: false,
    },
    createdAt: at,
    updatedAt: at,
    revision: 1,
  };
};
