import { expect, test } from "vitest";
import { judge, type Observed } from "./audit.ts";

const counts = { orders: 10, orderNumbers: 10, withoutHold: 0, paid: 0 };
const well: Observed = { stock: [], sold: [], counts, known: 10, parked: 0 };

test("ten answers and ten orders are well", () => {
  expect(judge(well, { placed: 10, unknown: 0 })).toEqual([]);
});

test("an order nobody heard of is well only where an answer is missing", () => {
  expect(judge({ ...well, known: 9 }, { placed: 9, unknown: 1 })).toEqual([]);
  expect(judge({ ...well, known: 9 }, { placed: 9, unknown: 0 })).toEqual([
    "10 orders for 9 answers 201 (0 unanswered)",
  ]);
});

test("a promised order that is not there is found, even if another makes up the number", () => {
  expect(judge({ ...well, known: 9 }, { placed: 10, unknown: 0 })).toEqual([
    "1 orders that were answered 201 are not there",
  ]);
});

test("each mismatch is told", () => {
  const shelf = {
    sku: "A",
    quantity: 5,
    reserved: 1,
    ledgerQuantity: 4,
    ledgerReserved: 1,
    held: 1,
  };
  const told = judge(
    {
      stock: [shelf],
      sold: [{ sku: "B", left: 3, claimed: 2 }],
      counts: { ...counts, orderNumbers: 9, withoutHold: 2 },
      known: 10,
      parked: 3,
    },
    { placed: 10, unknown: 0 },
  );
  expect(told).toEqual([
    "A: 5 on hand and 1 reserved; the ledger says 4 and 1, live holds 1",
    "B: 3 left the shelf, 2 were claimed",
    "1 order numbers are not unique",
    "2 orders hold no stock",
    "3 messages were given up on",
  ]);
});
