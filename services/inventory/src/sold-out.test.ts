import { expect, test } from "vitest";
import { stocked, teapot } from "./reservation.examples.ts";
import { slotOf } from "./slot.ts";
import { soldOutMemory } from "./sold-out.cache.ts";

const slot = slotOf(teapot);
const at = (revision: number, quantity: number) => ({ ...stocked(teapot, quantity), revision });
const memory = () => {
  const clock = { ms: 0 };
  const kept = soldOutMemory(() => clock.ms);
  const isShortOf = (quantity: number) => kept.shortOf(new Map([[slot, quantity]])).length > 0;
  return { ...kept, clock, isShortOf };
};

test("what there is too little of is known for half a second, and only to who wants more", () => {
  const { note, clock, isShortOf } = memory();
  expect(isShortOf(1)).toBe(false);
  note(slot, at(4, 2));
  expect([isShortOf(2), isShortOf(3)]).toEqual([false, true]);
  clock.ms = 501;
  expect(isShortOf(3)).toBe(false);
});

test("a late word that there is nothing does not undo a newer one that there is more", () => {
  const { note, forget, isShortOf } = memory();
  note(slot, at(4, 0));
  forget(slot, at(5, 1));
  note(slot, at(4, 0));
  expect(isShortOf(1)).toBe(false);
  note(slot, at(6, 0));
  expect(isShortOf(1)).toBe(true);
});
