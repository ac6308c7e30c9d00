import { expect, test } from "vitest";
import { parts, readOptions } from "./options.ts";

const rush = {
  buyers: 20_000,
  units: 1_000,
  seed: 1,
  rooms: [false, true],
  seconds: 10,
  runs: 1,
};

test("everything for 8 seconds each, unless told otherwise", () => {
  expect(readOptions([])).toEqual({
    only: parts,
    seconds: 8,
    sustainSeconds: 8,
    json: false,
    rush,
  });
  expect(readOptions(["--quick", "--json"])).toEqual({
    only: parts,
    seconds: 2,
    sustainSeconds: 2,
    json: true,
    rush,
  });
  expect(readOptions(["--only", "orders,search", "--seconds", "3"])).toEqual({
    only: ["orders", "search"],
    seconds: 3,
    sustainSeconds: 3,
    json: false,
    rush,
  });
  expect(readOptions(["--help"])).toBe("help");
});

test("a bench of its own has its parts, and a minute to see whether a rate is borne", () => {
  expect(readOptions(["flash-sale", "--units", "7", "--room", "on"])).toMatchObject({
    command: "flash-sale",
    rush: { ...rush, units: 7, rooms: [true] },
  });
  const orders = { command: "orders", only: ["yardsticks", "orders", "paid"], json: false, rush };
  expect(readOptions(["orders"])).toEqual({ ...orders, seconds: 8, sustainSeconds: 60 });
  expect(readOptions(["orders", "--seconds", "4"])).toEqual({
    ...orders,
    seconds: 4,
    sustainSeconds: 4,
  });
});

test("many flash sales are small ones, unless told otherwise", () => {
  const small = { ...rush, buyers: 300, units: 40, seconds: 1 };
  expect(readOptions(["flash-sale", "--runs", "9"])).toMatchObject({ rush: { ...small, runs: 9 } });
  const words = ["flash-sale", "--runs", "2", "--buyers", "50", "--units", "3", "--seed", "7"];
  expect(readOptions(words)).toMatchObject({
    rush: { ...small, runs: 2, buyers: 50, units: 3, seed: 7 },
  });
});

test("growth has its sizes, and whoever asks for one of them has not asked for the other", () => {
  expect(readOptions(["growth"])).toMatchObject({
    pastOrders: [1_000, 1_000_000, 10_000_000],
    productCounts: [1_000, 100_000, 1_000_000],
  });
  expect(readOptions(["growth", "--orders", "1e3,1e5"])).toMatchObject({
    pastOrders: [1_000, 100_000],
    productCounts: [],
  });
});

test("a soak is of ten minutes, unless told otherwise", () => {
  expect(readOptions(["soak"])).toMatchObject({ command: "soak", minutes: 10 });
  expect(readOptions(["soak", "--minutes", "60"])).toMatchObject({ minutes: 60 });
});

test.for([
  [["growth", "--orders", "1e5,1e3"], /--orders are rising numbers/],
  [["growth", "--products", "1e9"], /--products are rising numbers from 100/],
  [["soak", "--minutes", "1"], /--minutes is a number from 3/],
  [["flash-sale", "--room", "maybe"], /--room is on, off or both/],
  [["flash-sale", "--units", "30000"], /--units is a whole number from 1 to 20000/],
  [["flash-sale", "--runs", "0"], /--runs is a whole number from 1 to 10000/],
  [["oders"], /A bench of its own is orders or flash-sale or growth or soak/],
  [["--only", "ordres"], /"ordres" is none of them/],
  [["--seconds", "0"], /from 0.5 to 120/],
  [["--seconds", "many"], /from 0.5 to 120/],
  [["--fast"], /--fast/],
] as const)("%j is refused with a reason", ([words, reason]) => {
  expect(() => readOptions(words)).toThrow(reason);
});
