import type { Order } from "@wares/contracts";
import { countsOf, sampleNow, samplePayment, summaryOf, withStatus } from "./sample-data.ts";
import { matches, missing, page, problem, type Route } from "./sample-kit.ts";

export const orderRoutes = (orders: Order[]): Route[] => [
  ...readRoutes(orders),
  ...actRoutes(orders),
];

const readRoutes = (orders: readonly Order[]): Route[] => [
  [
    "GET",
    /^orders\/all$/,
    ({ url }) => {
      const status = url.searchParams.get("status");
      const buyerId = url.searchParams.get("buyerId");
      const found = orders
        .filter((order) => !status || order.status === status)
        .filter((order) => !buyerId || order.buyerId === buyerId)
        .map(summaryOf)
        .filter(({ orderNumber, email, name }) => matches(url, orderNumber, email, name));
      const { some, next } = page(found, url);
      return {
        orders: some,
        ...next,
        totalCount: found.length,
        countedMax: 10_000,
        counts: countsOf(orders),
      };
    },
  ],
  ["GET", /^orders\/([^/]+)$/, (_, id) => orders.find((order) => order.id === id) ?? missing],
  [
    "GET",
    /^payments$/,
    ({ url }) => ({
      payments: orders
        .filter(({ id, status }) => id === url.searchParams.get("orderId") && status !== "Pending")
        .map(samplePayment),
    }),
  ],
];

const actRoutes = (orders: Order[]): Route[] => {
  const change = (id: string, to: (order: Order) => Order) => {
    const index = orders.findIndex((order) => order.id === id);
    const order = orders[index];
    if (!order) return missing;
    orders[index] = to(order);
    return orders[index];
  };
  return [
    [
      "PUT",
      /^orders\/([^/]+)\/processing$/,
      (_, id) => change(id, (order) => withStatus(order, "Processing")),
    ],
    [
      "PUT",
      /^orders\/([^/]+)\/delivery$/,
      (_, id) => change(id, (order) => withStatus(order, "Delivered")),
    ],
    [
      "PUT",
      /^orders\/([^/]+)\/cancellation$/,
      (_, id) => change(id, (order) => withStatus(order, "Cancelled")),
    ],
    [
      "PUT",
      /^orders\/([^/]+)\/shipment$/,
      ({ body }, id) =>
        body["trackingNumber"] === "0"
          ? problem(422, "orders.bad_tracking", "No carrier knows this number.", "/trackingNumber")
          : change(id, (order) => withStatus(order, "Shipped")),
    ],
    [
      "POST",
      /^orders\/([^/]+)\/refunds$/,
      ({ body }, id) =>
        change(id, (order) => ({
          ...order,
          refundedTotal: {
            ...order.total,
            amount: order.refundedTotal.amount + (body["amount"] as { amount: number }).amount,
          },
        })),
    ],
    [
      "POST",
      /^orders\/([^/]+)\/notes$/,
      ({ body }, id) =>
        change(id, (order) => ({
          ...order,
          timeline: [
            ...order.timeline,
            {
              at: new Date(sampleNow()).toISOString(),
              kind: "Note",
              by: "Staff",
              text: String(body["text"]),
              isInternal: true,
            },
          ],
        })),
    ],
  ];
};
