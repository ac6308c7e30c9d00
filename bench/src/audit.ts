import type { Breach } from "@wares/oracle";
import type { OrderCounts } from "./audit.store.ts";

/** What the shop answered, as the load generator heard it. */
export type Answered = Readonly<{
  /** 201: each is a promise. */
  placed: number;
  /** No answer came: the order may be there or not. */
  unknown: number;
}>;

export type Observed = Readonly<{
  breaches: readonly Breach[];
  counts: OrderCounts;
  /** How many of the orders answered 201 are in the books. */
  known: number;
  /** Messages that a reader gave up on. */
  parked: number;
}>;

/** Each way in which what is written is not what was promised. Empty: all is well. */
export const judge = (
  { breaches, counts, known, parked }: Observed,
  { placed, unknown }: Answered,
): readonly string[] => {
  const { orders, orderNumbers } = counts;
  const isTotalRight = orders >= placed && orders <= placed + unknown;
  return [
    ...breaches.map(
      ({ oracle, count, examples }) => `not so: ${oracle} (${count}: ${examples.join("; ")})`,
    ),
    ...(isTotalRight ? [] : [`${orders} orders for ${placed} answers 201 (${unknown} unanswered)`]),
    ...(known === placed ? [] : [`${placed - known} orders that were answered 201 are not there`]),
    ...(orderNumbers === orders ? [] : [`${orders - orderNumbers} order numbers are not unique`]),
    ...(parked === 0 ? [] : [`${parked} messages were given up on`]),
  ];
};
