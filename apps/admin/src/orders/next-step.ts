import type { OrderStatus } from "@wares/contracts";

export type NextStep = Readonly<{
  what:
    | "waitsForMoney"
    | "claims"
    | "unsettled"
    | "pick"
    | "pickLate"
    | "ship"
    | "shipLate"
    | "onItsWay"
    | "overdue"
    | "mayPayAgain"
    | "nothing";
  /** A person must act: amber. */
  isUrgent: boolean;
  sinceMs: number;
}>;

const minute = 60_000;
const day = 1_440 * minute;
/** How long a status may last before somebody should look at it. */
export const patience = {
  Confirmed: 5 * minute,
  Paid: day,
  Processing: day,
  Shipped: 14 * day,
} as const;

/** What to do next about an order, from its status and since when it has it. */
export const nextStep = (
  { status, updatedAt }: { status: OrderStatus; updatedAt: string },
  now: number,
): NextStep => {
  const sinceMs = now - Date.parse(updatedAt);
  const step = (what: NextStep["what"], late?: NextStep["what"], after = Infinity): NextStep =>
    late && sinceMs >= after
      ? { what: late, isUrgent: true, sinceMs }
      : { what, isUrgent: false, sinceMs };
  switch (status) {
    case "Pending":
      return step("waitsForMoney");
    case "Confirmed":
      return step("claims", "unsettled", patience.Confirmed);
    case "Paid":
      return step("pick", "pickLate", patience.Paid);
    case "Processing":
      return step("ship", "shipLate", patience.Processing);
    case "Shipped":
      return step("onItsWay", "overdue", patience.Shipped);
    case "PaymentFailed":
      return step("mayPayAgain");
    case "Delivered":
    case "Cancelled":
    case "Refunded":
      return step("nothing");
  }
};
