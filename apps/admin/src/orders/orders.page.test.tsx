import { parse, StaffOrderList } from "@wares/contracts";
import { expect, test } from "vitest";
import { countsOf, sampleOrders, summaryOf } from "../test-support/sample-data.ts";
import { show, wordsOf } from "../test-support/show.tsx";
import { filterOf, OrdersPage } from "./orders.page.tsx";
import { ordersQuery } from "./orders.queries.ts";

const orders = sampleOrders();
const list = (some = orders) =>
  parse(StaffOrderList, {
    orders: some.map(summaryOf),
    totalCount: some.length,
    countedMax: 10_000,
    counts: countsOf(orders),
  });
const at = (search: string, answer?: unknown, language: "en" | "zh" = "en") => {
  const { queryKey } = ordersQuery(filterOf(new URLSearchParams(search)));
  return wordsOf(
    show(<OrdersPage />, {
      at: `/orders?${search}`,
      language,
      known: answer === undefined ? [] : [[queryKey, answer]],
    }),
  );
};

test("every order says its state and what to do next", () => {
  const html = at("", list());
  expect(html).toContain("W-104837 ");
  expect(html).toMatch(/Paid Start picking 2 PostNord home/);
});

test("the address chooses the view", () => {
  expect(filterOf(new URLSearchParams("status=Paid&query=tan&after=c1"))).toEqual({
    status: "Paid",
    query: "tan",
    after: "c1",
    limit: 50,
  });
  expect(filterOf(new URLSearchParams("status=Nonsense"))).toEqual({ limit: 50 });
});

test("a search that finds nothing names what to drop, an empty shop what to expect", () => {
  expect(at("query=zzz", list([]))).toContain("No order matches “zzz” Drop the search");
  expect(at("status=Paid", list([]))).toContain("No order is Paid Show all orders");
  expect(at("", list([]))).toContain("No order yet");
});

test("until the answer comes, it waits aloud", () =>
  expect(show(<OrdersPage />)).toContain('role="status" aria-label="Reading"'));

test("the same in Chinese", () => expect(at("", list(), "zh")).toMatch(/已付款 开始备货/));

test("what was not counted to its end is so many or more", () => {
  const html = at("", { ...list(), totalCount: 10_000, counts: { Paid: 3, Delivered: 10_000 } });
  expect(html).toContain("3 to work on, of 10,000+");
  expect(html).toMatch(/Delivered 10,000\+/);
  expect(html).toMatch(/of 10,000\+/);
});
