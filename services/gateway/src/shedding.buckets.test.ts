import { expect, test } from "vitest";
import { classOf, type LoadClass } from "./load-classes.ts";
import { roomIn, shedding } from "./shedding.buckets.ts";

const orders: LoadClass = { name: "orders", inFlightMax: 100, delayMsMax: 100 };
const browsing: LoadClass = { name: "browsing", inFlightMax: 100, delayMsMax: 800 };

const hall = () => {
  let ms = 0;
  let late = 0;
  let thrown = 0;
  const { enter, inFlight } = shedding({
    nowMs: () => ms,
    delayMs: () => late,
    dice: () => thrown,
  });
  const come = (kind: LoadClass, count: number) => Array.from({ length: count }, () => enter(kind));
  return {
    come,
    inFlight,
    pass: (more: number) => void (ms += more),
    set: (change: { late?: number; thrown?: number }) => {
      late = change.late ?? late;
      thrown = change.thrown ?? thrown;
    },
  };
};
type Entries = ReturnType<ReturnType<typeof hall>["come"]>;
const letIn = (entries: Entries) => entries.flatMap((one) => ("leave" in one ? [one] : []));
const told = (entries: Entries) =>
  entries.flatMap((one) => ("leave" in one ? [] : [one.retryAfterSeconds]));

test("so many of a kind at a time, and one kind takes nothing from another", () => {
  const { come, inFlight } = hall();
  const first = letIn(come(orders, 250));
  expect(first).toHaveLength(100);
  expect(letIn(come(browsing, 100))).toHaveLength(100);
  first[0]?.leave();
  first[0]?.leave(); // "finish" and "close" both tell of one end
  expect(letIn(come(orders, 10))).toHaveLength(1);
  expect(inFlight()).toEqual({ orders: 100, browsing: 100 });
});

test("the later the loop, the fewer are let in, but never nobody", () => {
  expect([0, 100, 200, 1_000, 60_000].map((delayMs) => roomIn(orders, delayMs))).toEqual([
    100, 100, 50, 10, 5,
  ]);
  const { come, set } = hall();
  set({ late: 200 });
  expect(letIn(come(orders, 100))).toHaveLength(50);
  expect(letIn(come(browsing, 100))).toHaveLength(100);
});

test("who is refused comes back by the dice, over as long as it takes to serve them", () => {
  const { come, set, pass } = hall();
  expect(told(come(orders, 101))).toEqual([1]);
  set({ thrown: 0.99 });
  expect(told(come(orders, 1))).toEqual([4]);
  come(orders, 1_998); // twenty for each one that was served
  pass(1_001);
  expect(told(come(orders, 1))).toEqual([20]);
  set({ thrown: 0 });
  expect(told(come(orders, 1))).toEqual([1]);
  come(orders, 1_000_000);
  pass(1_001);
  set({ thrown: 0.999 });
  expect(told(come(orders, 1))).toEqual([40]);
  pass(1_001); // one refused, nobody served: calm again
  expect(told(come(orders, 1))).toEqual([4]);
});

test.for([
  ["POST", "/api/v1/orders", "buyer", "orders"],
  ["GET", "/api/v1/orders/:orderId", "anyone", "browsing"],
  ["POST", "/api/v1/quotes", "anyone", "quotes"],
  ["POST", "/api/v1/payments", "buyer", "payments"],
  ["POST", "/api/v1/payments/webhooks/sandbox", "anyone", "reserved"],
  ["POST", "/api/v1/auth/sessions", "anyone", "account"],
  ["POST", "/api/v1/cart/lines", "buyer", "writes"],
  ["GET", "/api/v1/stock/live", "anyone", "live"],
  ["GET", "/api/v1/stock/all", "staff", "reserved"],
  ["PUT", "/api/v1/auth/staff/:userId", "owner", "reserved"],
  ["GET", "/admin/*", "anyone", "reserved"],
  ["GET", "/api/v1/search", "anyone", "browsing"],
  ["GET", "/*", "anyone", "pages"],
  ["POST", "/*", "anyone", "pages"],
] as const)("%s %s of %s is %s", ([method, route, allow, name]) =>
  expect(classOf({ method, route, allow, path: "/zh/checkout" }).name).toBe(name),
);

test("a page's files cost no drawing", () => {
  const kindOf = (path: string) =>
    classOf({ method: "GET", route: "/*", path, allow: "anyone" }).name;
  expect(kindOf("/assets/root-abc.js")).toBe("browsing");
  expect(kindOf("/p/assets")).toBe("pages");
});
