import { RefundId, UserId } from "@wares/contracts";
import { idOf, orderKey, uuidv7 } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { settle, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import type { HistoricOrder } from "./orders.service.ts";
import { created, total } from "./order.examples.ts";
import { countOrders } from "./order-list.store.ts";
import { findHits } from "./order-search.store.ts";
import { guest, guestIdOf, numbered, shop } from "./shop.examples.ts";

const userId = idOf(UserId, "ada");
const ada = { userId, roles: ["customer"] } as const;
const clerk = { userId: idOf(UserId, "clerk"), roles: ["staff"] } as const;

test("an order is read by who bought it, by who holds its key, and by staff; to others it is not there", async () => {
  await using db = await testDatabase("orders");
  const { ask, place, orders } = await shop(db);
  await place(1);
  await place(2);
  const { keys } = testTools(db);
  const url = `/${numbered(1)}`;
  const status = async (query: string, as: Parameters<typeof ask>[3]) =>
    (await ask("GET", `${url}${query}`, undefined, as)).status;

  expect(await status("", guest(1))).toBe(200);
  expect(await status("", { ...ada, guestId: guest(1).guestId! })).toBe(200); // just signed in
  expect(await status("", clerk)).toBe(200);
  expect(await status(`?key=${orderKey(keys, numbered(1))}`, { roles: [] })).toBe(200);
  for (const [query, who] of [
    ["", { roles: [] }],
    ["", guest(2)],
    ["", ada],
    [`?key=${orderKey(keys, numbered(2))}`, { roles: [] }],
  ] as const) {
    const theirs = await ask("GET", `${url}${query}`, undefined, who);
    const none = await ask("GET", `/${uuidv7()}${query}`, undefined, who);
    expect(theirs).toMatchObject({ status: 404, body: { type: "orders.not_found" } });
    expect(theirs.body).toEqual(none.body);
  }
  expect(await status("?key=", { roles: [] })).toBe(400);
  expect(await orders.isReadable(numbered(1), guest(1), undefined)).toBe(true);
  expect(await orders.isReadable(numbered(1), guest(2), undefined)).toBe(false);
});

test("a stranger cannot cancel, nor the holder of a key, nor a shopper do what staff do", async () => {
  await using db = await testDatabase("orders");
  const { ask, place } = await shop(db);
  await place(1);
  const cancel = `/${numbered(1)}/cancellation`;
  expect((await ask("PUT", cancel, {}, guest(2))).body.type).toBe("orders.not_found");
  expect((await ask("PUT", cancel, {}, { roles: [] })).status).toBe(401);
  expect((await ask("GET", `/${numbered(1)}`)).body).toMatchObject({ status: "Pending" });
  for (const [method, url, body] of [
    ["GET", "/all"],
    ["PUT", `/${numbered(1)}/processing`],
    ["PUT", `/${numbered(1)}/delivery`],
    ["POST", `/${numbered(1)}/notes`, { text: "hello" }],
  ] as const)
    expect((await ask(method, url, body, ada)).status).toBe(403);
  expect((await ask("PUT", `/${numbered(1)}/processing`, undefined, clerk)).body.type).toBe(
    "orders.not_now",
  );
});

test("lists are paged without gaps, filtered, and counted by status", async () => {
  await using db = await testDatabase("orders");
  const { ask, place, orders } = await shop(db);
  await Promise.all([1, 2, 3, 4, 5].map((nth) => place(nth)));
  await place(6, { email: "bob@example.com" }, guest(2));
  await settle(db, [orders.service]);
  await ask("PUT", `/${numbered(1)}/cancellation`, {});

  const seen: string[] = [];
  let after = "";
  do {
    const { body } = await ask("GET", `?limit=2${after && `&after=${after}`}`);
    seen.push(...body.orders.map(({ id }: { id: string }) => id));
    after = body.next ?? "";
  } while (after);
  expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5].map(numbered).toSorted());

  const all = async (query: string) => (await ask("GET", `/all${query}`, undefined, clerk)).body;
  expect(await all("?limit=1")).toMatchObject({
    totalCount: 6,
    counts: { Pending: 5, Cancelled: 1 },
    orders: [{ itemCount: 2, firstItem: "Teapot", country: "GB" }],
  });
  expect(await all("?status=Cancelled")).toMatchObject({ totalCount: 1 });
  expect(await all("?query=BOB@")).toMatchObject({ totalCount: 1, orders: [{ id: numbered(6) }] });
  expect(await all("?query=b@")).toMatchObject({ totalCount: 1, orders: [{ id: numbered(6) }] });
  expect(await all("?query=%25")).toMatchObject({ totalCount: 0 });
  expect(await all(`?buyerId=${guest(2).guestId}`)).toMatchObject({ totalCount: 1 });
  expect((await ask("GET", "?after=forged")).status).toBe(400);
});

test("counting ends at the most that is counted, and is exact below it", async () => {
  await using db = await testDatabase("orders");
  const { ask, place, orders } = await shop(db);
  await Promise.all([1, 2, 3, 4].map((nth) => place(nth)));
  await place(5, { email: "bob@example.com" }, guest(2));
  await settle(db, [orders.service]);
  await ask("PUT", `/${numbered(1)}/cancellation`, {});
  const buyerIds = [guestIdOf(guest(1))];

  expect(await countOrders(db, {}, 3)).toEqual({
    totalCount: 3,
    countedMax: 3,
    counts: { Pending: 3, Cancelled: 1 },
  });
  expect(await countOrders(db, { status: "Cancelled" }, 3)).toMatchObject({ totalCount: 1 });
  expect(await countOrders(db, { buyerIds }, 3)).toMatchObject({ totalCount: 3 });
  expect(await countOrders(db, { buyerIds }, 4)).toMatchObject({
    totalCount: 4,
    counts: { Pending: 3, Cancelled: 1 },
  });
  expect(await countOrders(db, { hits: await findHits(db, "bob@") }, 3)).toMatchObject({
    totalCount: 1,
  });
  expect(await countOrders(db, { hits: await findHits(db, "example") }, 2)).toMatchObject({
    totalCount: 2,
  });
});

test("history comes in once, with its own times, and is told as paid and refunded", async () => {
  await using db = await testDatabase("orders");
  const { orders, ask } = await shop(db);
  const { orderNumber: _, ...old } = created;
  const history: HistoricOrder[] = [1, 2].map((nth) => ({
    ...old,
    orderId: numbered(nth),
    billingAddress: created.shippingAddress,
    placedAt: `2024-0${nth}-01T10:00:00.000Z`,
  }));
  const [first, second] = history;
  if (!first || !second) throw new Error("two orders");
  const back = (nth: string, amount: number) => ({
    refundId: idOf(RefundId, "old", nth),
    amount,
    at: "2024-03-01T10:00:00.000Z",
    reason: "Broken",
  });
  const inPart = { ...first, refunds: [back("part", 500)] };
  const inWhole = { ...second, refunds: [back("one", 500), back("rest", total.amount - 500)] };
  expect(await orders.importHistory([inPart, inWhole])).toBe(2);
  expect(await orders.importHistory([inPart, inWhole])).toBe(0);
  const { body } = await ask("GET", "/all", undefined, clerk);
  expect(body.orders).toMatchObject([
    { status: "Refunded", refundedTotal: total, createdAt: "2024-02-01T10:00:00.000Z" },
    {
      status: "Delivered",
      refundedTotal: { amount: 500 },
      createdAt: "2024-01-01T10:00:00.000Z",
    },
  ]);
  const { rows } = await db.query("select type, data from platform.outbox order by position");
  const refunded = (part: number, isFull: boolean) => [
    "orders.order_refunded",
    expect.objectContaining({
      refundedTotal: { amount: part, currency: total.currency },
      isFull,
      refundedAt: "2024-03-01T10:00:00.000Z",
    }),
  ];
  const paid = (paidAt: string) => ["orders.order_paid", expect.objectContaining({ paidAt })];
  expect(rows.map(({ type, data }) => [type, data])).toEqual([
    paid("2024-01-01T10:00:00.000Z"),
    refunded(500, false),
    paid("2024-02-01T10:00:00.000Z"),
    refunded(500, false),
    refunded(total.amount, true),
  ]);
});
