import {
  Order,
  type OrderStatus,
  orderStatuses,
  type OrderSummary,
  Payment,
  parse,
  type ProductStatus,
  StaffProduct,
  type InventoryInfo,
  type User,
  type Sku,
} from "@wares/contracts";

import { fullName } from "../shell/full-name.ts";

// A small made-up shop in the contracts' shapes: every record is parsed, so a changed contract shows here.

const id = (kind: number, n: number) =>
  `0197${kind.toString(16).padStart(4, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

export const sampleNow = () => Date.now();
const ago = (minutes: number) => new Date(sampleNow() - minutes * 60_000).toISOString();

const people = [
  ["Amélie", "Fournier", "Lyon", "FR"],
  ["Hiroshi", "Tanaka", "Osaka", "JP"],
  ["Jonas", "Weidmann", "Leipzig", "DE"],
  ["雨桐", "林", "上海", "CN"],
  ["Callum", "Reid", "Glasgow", "GB"],
  ["Sofia", "Marchetti", "Torino", "IT"],
  ["Priya", "Raman", "London", "GB"],
  ["Lars", "Nygaard", "Aarhus", "DK"],
] as const;

const goods = [
  ["Stoneware mug", "粗陶马克杯", "MUG-STN", "Kiln & Co", 32_00],
  ["Hinoki desk lamp", "桧木台灯", "LMP-HNK", "Studio Kita", 129_00],
  ["Field tote", "田野托特包", "BAG-FLD", "North Loom", 74_00],
  ["Arc headphones", "弧线耳机", "AUD-ARC", "Arc", 219_00],
  ["Terracotta pot", "赤陶花盆", "PLT-TER", "Kiln & Co", 24_00],
  ["Carbon steel pan", "碳钢煎锅", "PAN-CST", "Forge", 89_00],
  ["Dot notebook", "点阵笔记本", "NTB-DOT", "Paper Mill", 16_00],
  ["Bath towel, waffle", "华夫格浴巾", "TXT-TWL", "North Loom", 38_00],
] as const;
const tones = ["Sage", "Clay", "Ink"] as const;

const pricesOf = (cents: number) => ({
  USD: cents,
  EUR: cents,
  GBP: Math.round(cents * 0.86),
  JPY: Math.round((cents / 100) * 160),
  CNY: Math.round(cents * 7.8),
});

export const categoryId = id(9, 1);
const status = (n: number): ProductStatus => (n === 6 ? "Draft" : n === 7 ? "Inactive" : "Active");

export const sampleProducts = (): StaffProduct[] =>
  goods.map(([en, zh, sku, brand, cents], n) =>
    parse(StaffProduct, {
      id: id(1, n + 1),
      revision: 41,
      status: status(n),
      slug: { en: en.toLowerCase().replaceAll(/[^a-z]+/g, "-"), zh },
      name: n === 5 ? { en } : { en, zh },
      description: { en: `${en}, made to be used every day.`, zh: `${zh}，为每一天而做。` },
      brand,
      categoryId,
      categoryPath: [categoryId],
      sku,
      prices: pricesOf(cents),
      ...(n === 2 && { salePrices: pricesOf(59_00) }),
      attributes: { en: { Material: "Stoneware", Care: "Dishwasher safe" } },
      variants: tones.map((tone, index) => ({
        id: id(2, n * 10 + index),
        sku: `${sku}-${tone.toUpperCase()}`,
        attributes: { en: { Colour: tone } },
        swatch: "#8fa58a",
        prices: pricesOf(cents + index * 200),
        ...(n === 2 && { salePrices: pricesOf(59_00) }),
        images: [],
      })),
      images: [],
      createdAt: ago(100_000),
      updatedAt: ago(n * 700 + 9),
    }),
  );

const cycle: readonly OrderStatus[] = [
  "Pending",
  "Paid",
  "Paid",
  "Processing",
  "Confirmed",
  "Paid",
  "PaymentFailed",
  "Processing",
  "Shipped",
  "Delivered",
  "Cancelled",
  "Delivered",
  "Refunded",
];

const kinds: readonly (readonly [string, OrderStatus])[] = [
  ["OrderCreated", "Pending"],
  ["OrderConfirmed", "Confirmed"],
  ["OrderPaid", "Paid"],
  ["OrderProcessingStarted", "Processing"],
  ["OrderShipped", "Shipped"],
  ["OrderDelivered", "Delivered"],
];

const timelineOf = (to: OrderStatus, minutes: number) => {
  const end = kinds.findIndex(([, known]) => known === to);
  return kinds.slice(0, end < 0 ? 1 : end + 1).map(([kind], index) => ({
    at: ago(Math.max(1, minutes - index * 2)),
    kind,
    by: kind === "OrderCreated" ? "Shopper" : kind === "OrderProcessingStarted" ? "Staff" : "Shop",
    isInternal: false,
  }));
};

const canOf = (is: OrderStatus) => ({
  pay: is === "Pending" || is === "PaymentFailed",
  cancel: ["Pending", "Confirmed", "Paid", "PaymentFailed"].includes(is),
  startProcessing: is === "Paid",
  ship: is === "Processing",
  deliver: is === "Shipped",
  refund: ["Paid", "Processing", "Shipped", "Delivered"].includes(is),
});

export const withStatus = (order: Order, to: OrderStatus): Order => ({
  ...order,
  status: to,
  can: canOf(to),
  revision: order.revision + 1,
  updatedAt: new Date(sampleNow()).toISOString(),
});

export const sampleOrder = (n: number): Order => {
  const [firstName, lastName, city, country] = people[n % people.length] ?? people[0];
  const is = cycle[n % cycle.length] ?? "Paid";
  const currency =
    country === "JP" ? "JPY" : country === "GB" ? "GBP" : country === "CN" ? "CNY" : "EUR";
  const money = (amount: number) => ({ amount, currency });
  const [name, , sku, , cents] = goods[n % goods.length] ?? goods[0];
  const unit = pricesOf(cents)[currency];
  const quantity = (n % 3) + 1;
  const minutes = n * 23 + 4;
  const address = {
    firstName,
    lastName,
    addressLine1: "Östra Förstadsgatan 12",
    city,
    state: "",
    postalCode: "211 31",
    country,
    phone: "+46 70 123 45 67",
  };
  return parse(Order, {
    id: id(3, n + 1),
    orderNumber: `W-${104_838 - n}`,
    buyerId: id(4, (n % people.length) + 1),
    ...(n % 4 !== 3 && { userId: id(4, (n % people.length) + 1) }),
    contact: {
      email: `customer${n % people.length}@example.com`,
      language: country === "CN" ? "zh" : "en",
    },
    status: is,
    items: [
      {
        id: 1,
        productId: id(1, (n % goods.length) + 1),
        name,
        sku: `${sku}-SAGE`,
        quantity,
        unitPrice: money(unit),
        totalPrice: money(unit * quantity),
        attributes: { Colour: "Sage" },
      },
    ],
    subtotal: money(unit * quantity),
    discount: money(0),
    shipping: money(690),
    tax: money(Math.round(unit * quantity * 0.2)),
    total: money(Math.round(unit * quantity * 1.2) + 690),
    refundedTotal: money(0),
    billingAddress: address,
    shippingAddress: address,
    shippingMethod: {
      id: "standard",
      name: "PostNord home",
      carrier: "PostNord",
      service: "Home",
      cost: money(690),
      estimatedDays: { least: 2, most: 4 },
    },
    refunds: [],
    timeline: timelineOf(is, minutes),
    can: canOf(is),
    createdAt: ago(minutes),
    updatedAt: ago(Math.max(1, minutes - 6)),
    revision: 3,
  });
};

export const sampleOrders = (): Order[] => Array.from({ length: 62 }, (_, n) => sampleOrder(n));

export const summaryOf = (order: Order): OrderSummary => ({
  id: order.id,
  orderNumber: order.orderNumber,
  status: order.status,
  email: order.contact.email,
  name: fullName(order.shippingAddress.firstName, order.shippingAddress.lastName),
  country: order.shippingAddress.country,
  itemCount: order.items.reduce((sum, { quantity }) => sum + quantity, 0),
  firstItem: order.items[0]?.name ?? "",
  total: order.total,
  refundedTotal: order.refundedTotal,
  shippingMethod: order.shippingMethod.name,
  createdAt: order.createdAt,
  updatedAt: order.updatedAt,
});

export const countsOf = (orders: readonly Order[]) =>
  Object.fromEntries(
    orderStatuses.map((known) => [known, orders.filter((one) => one.status === known).length]),
  );

export const samplePayment = (order: Order): Payment =>
  parse(Payment, {
    id: id(5, Number(order.orderNumber.slice(2))),
    orderId: order.id,
    amount: order.total,
    refundedAmount: order.refundedTotal,
    paymentMethod: "CreditCard",
    cardBrand: "Visa",
    cardLast4: "4242",
    status: order.status === "PaymentFailed" ? "Failed" : "Succeeded",
    ...(order.status === "PaymentFailed" && { failure: "insufficient_funds" }),
    gatewayResponse: {
      gateway: "sandbox",
      transactionId: "pi_3Qw8TzK1",
      responseCode: order.status === "PaymentFailed" ? "insufficient_funds" : "captured",
      responseMessage: "",
    },
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
  });

export const sampleStock = (): InventoryInfo[] =>
  goods.flatMap(([, , sku], n) =>
    tones.map((tone, index) => {
      const quantity = [7, 41, 96, 24, 60][(n + index * 2) % 5] ?? 40;
      const reservedQuantity = [7, 29, 6, 2, 0][(n + index * 2) % 5] ?? 0;
      return {
        sku: `${sku}-${tone.toUpperCase()}` as Sku,
        location: "main",
        quantity,
        reservedQuantity,
        availableQuantity: quantity - reservedQuantity,
        lowStockThreshold: 10,
        thresholdsRevision: 1,
        reorderPoint: 20,
        updatedAt: ago(n * 40 + index),
      };
    }),
  );

export const sampleUser = (n: number): User => {
  const [firstName, lastName] = people[n % people.length] ?? people[0];
  return {
    id: id(4, n + 1) as User["id"],
    email: `customer${n}@example.com`,
    username: `customer${n}`,
    profile: { firstName, lastName, language: n === 3 ? "zh" : "en", currency: "EUR" },
    preferences: {
      emailNotifications: true,
      smsNotifications: false,
      pushNotifications: false,
      marketingEmails: n % 2 === 0,
      theme: "Auto",
      timezone: "Europe/Copenhagen",
    },
    addresses: [],
    paymentMethods: [],
    createdAt: ago(90_000 + n * 3_000),
    updatedAt: ago(9_000),
  };
};
export const sampleUsers = (): User[] => people.map((_, n) => sampleUser(n));
