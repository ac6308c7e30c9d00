import type { FlashSaleId, Sku } from "@wares/contracts";
import { availableOf, type OpenShelf, type Reason } from "./shelf.ts";
import { main, saleLocation, slotOf, type Location, type Slot } from "./slot.ts";

// What a flash sale was promised is counted in what we moved, not in what still stands there: units
// that were sold meanwhile are not filled up.

export type Units = Readonly<Record<Sku, number>>;
export type Short = Readonly<{ sku: Sku; available: number }>;
export type SetAside = Readonly<{
  flashSaleId: FlashSaleId;
  state: "asked" | "agreed" | "over";
  aside: Units;
  agreed: Units;
  revision: number;
}>;

export const unitsOf = (items: readonly Readonly<{ sku: Sku; quantity: number }>[]): Units =>
  Object.fromEntries(items.map(({ sku, quantity }) => [sku, quantity]));

const skusIn = (...units: readonly Units[]): readonly Sku[] => [
  ...new Set(units.flatMap((one) => Object.keys(one) as Sku[])),
];
export const slotsFor = ({ flashSaleId, aside }: SetAside, wanted: Units = {}): readonly Slot[] =>
  skusIn(aside, wanted).flatMap((sku) => [slotOf(sku), slotOf(sku, saleLocation(flashSaleId))]);

/** All of what is wanted, or what there is too little of. */
export const setAside = (shelf: OpenShelf, known: SetAside, wanted: Units): readonly Short[] => {
  const short = skusIn(wanted)
    .map((sku) => ({
      sku,
      more: more(known, wanted, sku),
      available: shelf.available(slotOf(sku)),
    }))
    .filter(({ more: units, available }) => units > available)
    .map(({ sku, available }) => ({ sku, available: available + (known.aside[sku] ?? 0) }));
  if (short.length === 0) moveTowards(shelf, known, wanted);
  return short;
};

/** As near to what is wanted as the shelf allows. Answers what is aside now. */
export const moveTowards = (shelf: OpenShelf, known: SetAside, wanted: Units): Units => {
  const there = saleLocation(known.flashSaleId);
  const moved = skusIn(known.aside, wanted).map((sku) => {
    const units = more(known, wanted, sku);
    const aside = known.aside[sku] ?? 0;
    return units > 0
      ? [sku, aside + transfer(shelf, { sku, from: main, to: there, units, reason: "SetAside" })]
      : [
          sku,
          aside -
            transfer(shelf, { sku, from: there, to: main, units: -units, reason: "BroughtBack" }),
        ];
  });
  return Object.fromEntries(moved);
};

/** Everything that no order holds. */
export const bringBack = (shelf: OpenShelf, { flashSaleId, aside }: SetAside): void => {
  const from = saleLocation(flashSaleId);
  for (const sku of skusIn(aside))
    transfer(shelf, { sku, from, to: main, units: Infinity, reason: "BroughtBack" });
};

const more = ({ aside }: SetAside, wanted: Units, sku: Sku): number =>
  (wanted[sku] ?? 0) - (aside[sku] ?? 0);

type Transfer = Readonly<{ sku: Sku; from: Location; to: Location; units: number; reason: Reason }>;

const transfer = (shelf: OpenShelf, { sku, from, to, units, reason }: Transfer): number => {
  const moved = Math.min(units, availableOf(shelf.stockOf(slotOf(sku, from))));
  if (moved <= 0) return 0;
  for (const [location, quantityChange] of [
    [from, -moved],
    [to, moved],
  ] as const)
    shelf.move({ sku, location, reason, quantityChange, reservedChange: 0 });
  return moved;
};
