import {
  StockClaimed,
  StockClaimRefused,
  StockReleased,
  type OrderId,
  type StockLine,
} from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { refusals } from "./refusals.ts";
import type { Hold, OpenShelf } from "./shelf.ts";
import {
  addUp,
  nothing,
  placeOf,
  slotOf,
  type Quantities,
  type SaleLine,
  type Slot,
} from "./slot.ts";

// held → claimed, released or expired. Expired → claimed, when the units are still there, or
// released. Claimed → released. Released is final: an order that was let go is never served again.

export type HoldRequest = Readonly<{
  orderId: OrderId;
  lines: readonly SaleLine[];
  minutes: number;
}>;
export type OrderLines = Readonly<{ orderId: OrderId; lines: readonly StockLine[] }>;

/** Every line of an order or none. The same order again is the same hold. */
export const hold = (
  shelf: OpenShelf,
  { orderId, lines, minutes }: HoldRequest,
): Hold | Refusal => {
  const wanted = addUp(lines);
  const known = shelf.holdOf(orderId);
  if (known?.state === "released" || known?.state === "expired") return refusals.holdOver;
  if (known) return isSame(known.quantities, wanted) ? known : refusals.heldOtherwise;
  if (!isThere(shelf, wanted)) return soldOut(shelf, wanted);

  for (const [slot, quantity] of wanted)
    shelf.move({
      ...placeOf(slot),
      reason: "Reserved",
      quantityChange: 0,
      reservedChange: quantity,
      orderId,
    });
  const held: Hold = { orderId, state: "held", quantities: wanted, returned: nothing, minutes };
  shelf.keep(held);
  return held;
};

/** The units leave for good. One whose hold is over, or never was, takes what is still there. */
export const claim = (shelf: OpenShelf, { orderId, lines }: OrderLines): void => {
  const known = shelf.holdOf(orderId);
  if (known?.state === "claimed") return shelf.say(StockClaimed({ orderId }));
  const wanted = known?.quantities ?? addUp(lines);
  const isHeld = known?.state === "held";
  if (known?.state === "released" || (!isHeld && !isThere(shelf, wanted))) {
    shelf.keep({ ...gone(orderId), ...known, state: "released" });
    return shelf.say(StockClaimRefused({ orderId }));
  }
  for (const [slot, quantity] of wanted) {
    const change = { quantityChange: -quantity, reservedChange: isHeld ? -quantity : 0 };
    shelf.move({ ...placeOf(slot), reason: "Claimed", ...change, orderId });
  }
  shelf.keep({ orderId, quantities: wanted, returned: nothing, state: "claimed" });
  shelf.say(StockClaimed({ orderId }));
};

/** Lets go of what an order holds or has claimed. One we never heard of is remembered as let go. */
export const release = (shelf: OpenShelf, orderId: OrderId): void => {
  const known = shelf.holdOf(orderId);
  if (known?.state === "released") return;
  shelf.keep({ ...gone(orderId), ...known, state: "released" });
  if (known?.state === "held") letGo(shelf, known);
  if (known?.state === "claimed") putBack(shelf, orderId, notYetBack(known), "Released");
  if (known && known.state !== "expired") shelf.say(StockReleased({ orderId, reason: "Released" }));
};

export const expire = (shelf: OpenShelf, orderId: OrderId): void => {
  const known = shelf.holdOf(orderId);
  if (known?.state !== "held") return;
  shelf.keep({ ...known, state: "expired" });
  letGo(shelf, known);
  shelf.say(StockReleased({ orderId, reason: "Expired" }));
};

/**
 * Units that came back with a refund: never more than went out, where we know what went out. They go
 * where they were taken from, those of the shop's own shelf first.
 */
export const giveBack = (shelf: OpenShelf, { orderId, lines }: OrderLines): void => {
  const known = shelf.holdOf(orderId);
  if (known && known.state !== "claimed") return;
  const left = known && notYetBack(known);
  const back = new Map<Slot, number>();
  for (const [slot, quantity] of addUp(lines)) {
    if (!left) {
      back.set(slot, quantity);
      continue;
    }
    let returnable = quantity;
    for (const from of slotsOf(left, slot)) {
      const part = Math.min(returnable, left.get(from) ?? 0);
      if (part > 0) back.set(from, part);
      returnable -= part;
    }
  }
  if (back.size === 0) return;
  putBack(shelf, orderId, back, "Return");
  if (known) shelf.keep({ ...known, returned: together(known.returned, back) });
  shelf.say(StockReleased({ orderId, reason: "Returned" }));
};

/** Every slot among these that has the SKU of this one. */
const slotsOf = (quantities: Quantities, slot: Slot): readonly Slot[] => {
  const { sku } = placeOf(slot);
  const isMain = (one: Slot) => one === slotOf(sku);
  const own = [...quantities.keys()].filter((one) => placeOf(one).sku === sku);
  return own.toSorted((one, other) => Number(isMain(other)) - Number(isMain(one)));
};

const letGo = (shelf: OpenShelf, { orderId, quantities }: Hold): void => {
  for (const [slot, quantity] of quantities)
    shelf.move({
      ...placeOf(slot),
      reason: "Released",
      quantityChange: 0,
      reservedChange: -quantity,
      orderId,
    });
};

const putBack = (
  shelf: OpenShelf,
  orderId: OrderId,
  quantities: Quantities,
  reason: "Released" | "Return",
): void => {
  for (const [slot, quantity] of quantities)
    shelf.move({ ...placeOf(slot), reason, quantityChange: quantity, reservedChange: 0, orderId });
};

const gone = (orderId: OrderId): Hold => ({
  orderId,
  state: "released",
  quantities: nothing,
  returned: nothing,
});

const isThere = (shelf: OpenShelf, wanted: Quantities): boolean =>
  [...wanted].every(([slot, quantity]) => shelf.available(slot) >= quantity);

const soldOut = (shelf: OpenShelf, wanted: Quantities): Refusal =>
  soldOutOf(
    [...wanted]
      .map(([slot, quantity]) => ({ slot, quantity, available: shelf.available(slot) }))
      .filter(({ quantity, available }) => available < quantity),
  );

export const soldOutOf = (
  short: readonly Readonly<{ slot: Slot; available: number }>[],
): Refusal => ({
  ...refusals.soldOut,
  detail: { lines: short.map(({ slot, available }) => ({ sku: placeOf(slot).sku, available })) },
});

const notYetBack = ({ quantities, returned }: Hold): Quantities =>
  new Map(
    [...quantities]
      .map(([slot, quantity]) => [slot, quantity - (returned.get(slot) ?? 0)] as const)
      .filter(([, quantity]) => quantity > 0),
  );

const together = (one: Quantities, other: Quantities): Quantities => {
  const sums = new Map(one);
  for (const [slot, quantity] of other) sums.set(slot, (sums.get(slot) ?? 0) + quantity);
  return sums;
};

const isSame = (one: Quantities, other: Quantities): boolean =>
  one.size === other.size && [...one].every(([slot, quantity]) => other.get(slot) === quantity);
