import { FlashSaleId, type OrderId } from "@wares/contracts";
import { idOf, isRefusal } from "@wares/platform";
import { seeded } from "@wares/testkit";
import { describe, expect, test } from "vitest";
import { cup, orderNumber, stocked, teapot, wants } from "./reservation.examples.ts";
import { claim, expire, giveBack, hold, release, type HoldRequest } from "./reservation.ts";
import { openShelf, type Hold } from "./shelf.ts";
import { placeOf, saleLocation, slotOf, type Slot } from "./slot.ts";

const sale = idOf(FlashSaleId, "sale");
const there = saleLocation(sale);
const ofSale = (nth: number, quantity: number): HoldRequest => ({
  ...wants(nth),
  lines: [{ sku: teapot, quantity, flashSaleId: sale }],
});
const shelf = () =>
  openShelf({
    stock: new Map([
      [slotOf(teapot), stocked(teapot, 3)],
      [slotOf(cup), stocked(cup, 1)],
      [slotOf(teapot, there), stocked(teapot, 2, there)],
    ]),
    holds: new Map(),
  });
const outcomes = (...requests: HoldRequest[]) => {
  const one = shelf();
  return requests.map((request) => {
    const answer = hold(one, request);
    return isRefusal(answer) ? answer.refusal : answer.state;
  });
};
const said = (one: ReturnType<typeof shelf>) => one.events.map(({ type }) => type.split(".")[1]);

describe("a batch of holds", () => {
  test("is decided in the order it came", () =>
    expect(outcomes(wants(1, [teapot, 2]), wants(2, [teapot, 2]), wants(3, [teapot, 1]))).toEqual([
      "held",
      "inventory.sold_out",
      "held",
    ]));

  test("takes all lines of an order or none", () =>
    expect(outcomes(wants(1, [teapot, 1], [cup, 2]), wants(2, [teapot, 3]))).toEqual([
      "inventory.sold_out",
      "held",
    ]));

  test("adds up lines that share a SKU", () =>
    expect(outcomes(wants(1, [teapot, 2], [teapot, 2]))).toEqual(["inventory.sold_out"]));

  test("says what is left of the lines that are sold out, and only of those", () =>
    expect(hold(shelf(), wants(1, [teapot, 1], [cup, 2]))).toMatchObject({
      detail: { lines: [{ sku: cup, available: 1 }] },
    }));

  test("holds once for an order that asks twice, and not something else", () =>
    expect(
      outcomes(wants(1, [teapot, 2]), wants(1, [teapot, 1], [teapot, 1]), wants(1, [cup, 1])),
    ).toEqual(["held", "held", "inventory.held_otherwise"]));
});

describe("an order of a flash sale", () => {
  test("is held of what was set aside, and of nothing else", () => {
    const one = shelf();
    expect([hold(one, ofSale(1, 3)), hold(one, ofSale(2, 2))]).toMatchObject([
      { refusal: "inventory.sold_out", detail: { lines: [{ sku: teapot, available: 2 }] } },
      { state: "held" },
    ]);
    expect(hold(one, wants(3, [teapot, 3]))).toMatchObject({ state: "held" });
    expect(hold(one, ofSale(3, 3))).toMatchObject({ refusal: "inventory.held_otherwise" });
  });

  test("is claimed, returned and let go of where it was held", () => {
    const one = shelf();
    hold(one, ofSale(1, 2));
    claim(one, wants(1, [teapot, 2]));
    giveBack(one, wants(1, [teapot, 1]));
    expect(one.available(slotOf(teapot, there))).toBe(1);
    release(one, orderNumber(1));
    expect(one.available(slotOf(teapot, there))).toBe(2);
    expect(one.available(slotOf(teapot))).toBe(3);
  });

  test("that bought of both gets back what went out, from the shop's own first", () => {
    const one = shelf();
    const both = { ...wants(1), lines: [...wants(1, [teapot, 2]).lines, ...ofSale(1, 1).lines] };
    hold(one, both);
    claim(one, both);
    giveBack(one, wants(1, [teapot, 9]));
    expect([one.available(slotOf(teapot)), one.available(slotOf(teapot, there))]).toEqual([3, 2]);
  });
});

describe("a claim", () => {
  test("takes what is held", () => {
    const one = shelf();
    hold(one, wants(1, [teapot, 3]));
    claim(one, wants(1, [teapot, 3]));
    expect(one.stockOf(slotOf(teapot))).toMatchObject({ quantity: 0, reserved: 0 });
    expect(said(one)).toEqual(["stock_claimed"]);
  });

  test("of a hold that expired takes what is still there", () => {
    const one = shelf();
    hold(one, wants(1, [teapot, 2]));
    expire(one, orderNumber(1));
    claim(one, wants(1, [teapot, 2]));
    expect(one.stockOf(slotOf(teapot))).toMatchObject({ quantity: 1, reserved: 0 });
    expect(said(one)).toEqual(["stock_released", "stock_claimed"]);
  });

  test("of a hold that expired and is gone is refused, for good", () => {
    const one = shelf();
    hold(one, wants(1, [teapot, 2]));
    expire(one, orderNumber(1));
    hold(one, wants(2, [teapot, 2]));
    claim(one, wants(1, [teapot, 2]));
    release(one, orderNumber(2));
    claim(one, wants(1, [teapot, 2]));
    expect(said(one)).toEqual([
      "stock_released",
      "stock_claim_refused",
      "stock_released",
      "stock_claim_refused",
    ]);
  });

  test("of an order let go before anything else was heard of it is refused, and so is its hold", () => {
    const one = shelf();
    release(one, orderNumber(1));
    claim(one, wants(1, [teapot, 1]));
    expect(said(one)).toEqual(["stock_claim_refused"]);
    expect(hold(one, wants(1, [teapot, 1]))).toMatchObject({ refusal: "inventory.hold_over" });
  });
});

test("units come back once: by refund what the refund says, by release the rest", () => {
  const one = shelf();
  claim(one, wants(1, [teapot, 3]));
  giveBack(one, wants(1, [teapot, 2]));
  giveBack(one, wants(1, [teapot, 2]));
  expect(one.stockOf(slotOf(teapot))).toMatchObject({ quantity: 3 });
  release(one, orderNumber(1));
  release(one, orderNumber(1));
  expect(one.stockOf(slotOf(teapot))).toMatchObject({ quantity: 3, reserved: 0 });
  expect(said(one)).toEqual([
    "stock_claimed",
    "stock_released",
    "stock_released",
    "stock_released",
  ]);
});

// Anything, in any order, as often as it likes: the books balance after every step.
test("whatever is asked, reserved is what is held, and the movements add up", () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const dice = seeded(seed);
    const one = shelf();
    for (let step = 0; step < 30; step++) {
      const nth = dice.below(4);
      const request = dice.chance(0.5)
        ? wants(nth, [teapot, 1 + dice.below(2)], [cup, 1])
        : ofSale(nth, 1 + dice.below(2));
      const moves = [
        () => hold(one, request),
        () => claim(one, request),
        () => release(one, request.orderId),
        () => expire(one, request.orderId),
        () => giveBack(one, request),
      ];
      moves[dice.below(moves.length)]?.();
    }
    for (const slot of [slotOf(teapot), slotOf(cup), slotOf(teapot, there)])
      expect({ seed, slot, ...books(one, slot) }).toEqual({ seed, slot, ...even });
  }
});
const even = { quantityOff: 0, reservedOff: 0, heldOff: 0, isSound: true };
const starts = new Map([
  [slotOf(teapot), 3],
  [slotOf(cup), 1],
  [slotOf(teapot, there), 2],
]);
const books = (one: ReturnType<typeof shelf>, slot: Slot) => {
  const now = one.stockOf(slot);
  const start = starts.get(slot) ?? 0;
  const { sku, location } = placeOf(slot);
  const moves = one
    .change()
    .movements.filter((move) => move.sku === sku && move.location === location);
  const holds = [0, 1, 2, 3].map((nth) => one.holdOf(orderNumber(nth) as OrderId));
  const held = holds.filter((found): found is Hold => found?.state === "held");
  const [quantity = 0, reserved = 0] = [now?.quantity, now?.reserved];
  return {
    quantityOff: quantity - start - moves.reduce((all, move) => all + move.quantityChange, 0),
    reservedOff: reserved - moves.reduce((all, move) => all + move.reservedChange, 0),
    heldOff: reserved - held.reduce((all, { quantities }) => all + (quantities.get(slot) ?? 0), 0),
    isSound: quantity >= reserved && reserved >= 0,
  };
};
