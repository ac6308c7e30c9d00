import fc from "fast-check";
import { expect, test } from "vitest";
import { add, allocate, money } from "./money.ts";

test("parts come to the whole, and none is off by a unit", () => {
  const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(amounts, weights, (whole, given) => {
      const parts = allocate(whole, given);
      expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(whole));
      const total = given.reduce((all, weight) => all + BigInt(weight), 0n);
      if (total === 0n) return;
      given.forEach((weight, nth) => {
        const exact = (BigInt(whole) * BigInt(weight)) / total;
        const off = BigInt(parts[nth] ?? -1) - exact;
        expect(off === 0n || off === 1n).toBe(true);
      });
    }),
  );
});

test.for([
  [100, [1, 1, 1], [34, 33, 33]],
  [5, [0, 0], [3, 2]],
  [7, [3, 0, 4], [3, 0, 4]],
  [10, [], []],
] as const)("%i by %j is %j", ([whole, weights, parts]) =>
  expect(allocate(whole, weights)).toEqual(parts),
);

test("currencies do not mix, and fractions of a cent do not exist", () => {
  expect(() => add(money(1, "EUR"), money(1, "USD"))).toThrow("not added");
  expect(() => money(0.1 + 0.2, "EUR")).toThrow("whole number");
});
