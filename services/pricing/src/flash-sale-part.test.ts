import { isRefusal } from "@wares/platform";
import { describe, expect, test } from "vitest";
import {
  customerKey,
  joinAll,
  normalEmail,
  shortOf,
  type JoinRequest,
  type PartBook,
} from "./flash-sale-part.ts";
import { saleNumber } from "./flash-sale.examples.ts";
import { buyer, cup, order, teapot } from "./quote.examples.ts";

const sale = saleNumber(1);
const book = (more: Partial<PartBook> = {}, limits: object = {}): PartBook => ({
  sales: new Map([
    [sale, { isRunning: true, limitPerCustomer: 2, hasWaitingRoom: false, ...limits }],
  ]),
  parts: new Map(),
  taken: new Map(),
  ...more,
});
/** The nth order, of somebody, for so many. */
const join = (
  nth: number,
  who: string,
  units = 1,
  more: Partial<JoinRequest> = {},
): JoinRequest => ({
  orderId: order(nth),
  buyerId: buyer(Number(who)),
  flashSaleId: sale,
  units,
  customers: [who],
  isAdmitted: true,
  ...more,
});
const outcomes = (from: PartBook, ...requests: JoinRequest[]) =>
  joinAll(from, requests).answers.map((answer) =>
    isRefusal(answer) ? answer.refusal.replace("pricing.flash_sale_", "") : answer.state,
  );

describe("a customer's portion", () => {
  test("is what all their orders take together, in the order they came", () =>
    expect(outcomes(book(), join(1, "1"), join(2, "1", 2), join(3, "1"), join(4, "1"))).toEqual([
      "reserved",
      "limit_reached",
      "reserved",
      "limit_reached",
    ]));

  test("counts what is under way elsewhere, and says what is left", () => {
    const taken = new Map([[customerKey(sale, "1"), 1]]);
    expect(joinAll(book({ taken }), [join(1, "1", 2)]).answers).toMatchObject([
      { detail: { flashSaleId: sale, limitPerCustomer: 2, left: 1 } },
    ]);
  });

  test("is counted for the buyer and for the address, whichever took more", () => {
    const [first, second] = [
      join(1, "1", 2, { customers: ["guest 1", "ada"] }),
      join(2, "2", 1, { customers: ["guest 2", "ada"] }),
    ];
    const third = join(3, "1", 1, { customers: ["guest 1", "bob"] });
    expect(outcomes(book(), first, second, third)).toEqual([
      "reserved",
      "limit_reached",
      "limit_reached",
    ]);
  });

  test("of one sale is not that of another", () => {
    const other = saleNumber(2);
    const sales = new Map([...book().sales, [other, { ...book().sales.get(sale)! }]]);
    const requests = [join(1, "1", 2), join(2, "1", 2, { flashSaleId: other })];
    expect(outcomes(book({ sales }), ...requests)).toEqual(["reserved", "reserved"]);
  });
});

describe("an order", () => {
  const part = { ...join(1, "1"), state: "reserved" } as const;
  const known = (state: string, more: object = {}) =>
    book({ parts: new Map([[order(1), { ...part, state: state as "left" }]]), ...more });

  test("that asks twice takes part once, and not as another", () => {
    const { answers, granted } = joinAll(book(), [join(1, "1"), join(1, "1")]);
    expect([answers.length, granted.length]).toEqual([2, 1]);
    expect(outcomes(known("reserved"), join(1, "1", 2), join(1, "2"))).toEqual([
      "joined_otherwise",
      "joined_otherwise",
    ]);
  });

  test.for(["reserved", "confirmed", "paid"])(
    "that is %s is in, whatever the limit says",
    (state) => {
      const taken = new Map([[customerKey(sale, "1"), 2]]);
      expect(outcomes(known(state, { taken }), join(1, "1"))).toEqual([state]);
    },
  );

  test("that found no stock may try again; one that was let go of may not", () => {
    expect(outcomes(known("left"), join(1, "1"))).toEqual(["reserved"]);
    for (const state of ["expired", "returned"])
      expect(outcomes(known(state), join(1, "1"))).toEqual(["not_running"]);
  });

  test("comes while the sale runs, and from the waiting room where there is one", () => {
    expect(outcomes(book({}, { isRunning: false }), join(1, "1"))).toEqual(["not_running"]);
    expect(outcomes(book({ sales: new Map() }), join(1, "1"))).toEqual(["not_running"]);
    const room = book({}, { hasWaitingRoom: true });
    expect(outcomes(room, join(1, "1", 1, { isAdmitted: false }), join(2, "2"))).toEqual([
      "waiting-room",
      "reserved",
    ]);
  });
});

test.for([
  ["Ada@Example.COM", "ada@example.com"],
  ["ada+friday@example.com", "ada@example.com"],
  ["ａｄａ@example.com", "ada@example.com"],
  ["a.d.a+1@googlemail.com", "ada@gmail.com"],
  ["a.da@example.com", "a.da@example.com"],
  ["+ada@example.com", "+ada@example.com"],
] as const)("%s writes to %s", ([email, mailbox]) => expect(normalEmail(email)).toBe(mailbox));

test("what there is too little of is told for the lines together", () => {
  const lines = [
    { sku: teapot, quantity: 1 },
    { sku: cup, quantity: 1 },
    { sku: teapot, quantity: 1 },
  ];
  expect(shortOf(lines, new Map([[teapot, 1]]))).toEqual([
    { sku: teapot, available: 1 },
    { sku: cup, available: 0 },
  ]);
  expect(
    shortOf(
      lines,
      new Map([
        [teapot, 2],
        [cup, 1],
      ]),
    ),
  ).toEqual([]);
});
