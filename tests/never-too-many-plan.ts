import { FlashSaleId, OrderId, PaymentId, RefundId } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { seeded } from "@wares/testkit";
import { skuOf, type Line } from "./never-too-many-world.ts";

// All that is chosen in a run, from its seed alone and before anything runs: who wants what, what they do
// next and when, by which process, and what goes wrong meanwhile. Chance is drawn nowhere else.

const [orders, buyers, processes, ticksMax] = [24, 6, 2, 100];
export const skus = 4;

export type Step = Readonly<{ afterMs: number; by: number }> &
  Readonly<
    | { do: "pay"; paymentId: PaymentId; token: string }
    | { do: "cancel" }
    | { do: "refund"; refundId: RefundId; permille: number }
  >;
export type Life = Readonly<{
  nth: number;
  orderId: OrderId;
  buyer: number;
  lines: readonly Line[];
  coupon?: string;
  atMs: number;
  /** By which process it is placed; two of them: at once, by the same buyer. */
  placedBy: readonly number[];
  steps: readonly Step[];
}>;
/** What happens to everybody a few times a second: of these orders old news again, the hold's end, an alarm. */
export type Tick = Readonly<{
  repeated: readonly OrderId[];
  third: number;
  endedHolds: readonly OrderId[];
  woken: readonly OrderId[];
  adjusted: Readonly<{ id: OrderId; sku: Line["sku"]; change: number; by: number }>;
}>;

type Dice = ReturnType<typeof seeded>;

const someLines = (dice: Dice): readonly Line[] =>
  Array.from({ length: 1 + dice.below(3) }, () => ({
    sku: skuOf(dice.below(skus)), // the same twice in one order, sometimes
    quantity: 1 + dice.below(2),
  }));

const someSteps = (dice: Dice, name: readonly string[]): readonly Step[] => {
  const when = (ms: number) => ({ afterMs: ms + dice.below(600), by: dice.below(processes) });
  const steps: Step[] = [];
  for (let nth = dice.below(3); nth > 0; nth--) {
    const token = dice.chance(0.7) ? "tok_visa" : "tok_declined";
    const paymentId = idOf(PaymentId, ...name, "payment", String(nth));
    steps.push({ do: "pay", paymentId, token, ...when(0) });
  }
  if (dice.chance(0.25)) steps.push({ do: "cancel", ...when(0) });
  if (dice.chance(0.4)) {
    const refundId = idOf(RefundId, ...name, "refund");
    const permille = 1 + dice.below(1_000);
    steps.push({ do: "refund", refundId, permille, ...when(500 + dice.below(1_500)) });
  }
  return steps;
};

const oneLife = (dice: Dice, seed: number, nth: number): Life => {
  const name = ["life", String(seed), String(nth)];
  return {
    nth,
    orderId: idOf(OrderId, ...name),
    buyer: dice.below(buyers),
    lines: someLines(dice),
    ...(dice.chance(0.5) && { coupon: "FEW" }),
    atMs: 250 + dice.below(400), // a sale is seen a quarter of a second after it opens
    placedBy: Array.from({ length: dice.chance(0.3) ? 2 : 1 }, () => dice.below(processes)),
    steps: someSteps(dice, name),
  };
};

export const planOf = (seed: number) => {
  const dice = seeded(seed);
  const lives = Array.from({ length: orders }, (_, nth) => oneLife(dice, seed, nth));
  const some = (probability: number) =>
    lives.flatMap(({ orderId }) => (dice.chance(probability) ? [orderId] : []));
  const ticks = Array.from({ length: ticksMax }, (_, nth): Tick => ({
    repeated: some(0.1),
    third: dice.below(3),
    endedHolds: some(0.15),
    woken: some(0.1),
    adjusted: {
      id: idOf(OrderId, "adjustment", String(seed), String(nth)),
      sku: skuOf(dice.below(skus)),
      change: dice.below(5) - 2,
      by: dice.below(processes),
    },
  }));
  const sale = {
    id: idOf(FlashSaleId, "sale", String(seed)),
    sku: skuOf(0),
    units: 4 + dice.below(4),
    limit: 2 + dice.below(3),
    opensMs: dice.below(150),
    endsMs: 500 + dice.below(600),
  };
  return { lives, ticks, sale };
};
export type Plan = ReturnType<typeof planOf>;
