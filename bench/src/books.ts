import { askOracles, oracles } from "@wares/oracle";
import { countKnown, countOrders, countParked } from "./audit.store.ts";
import { judge } from "./audit.ts";
import type { Ground } from "./ground.ts";

/** Each load is waited for, and what follows an order is done within a second. */
const SETTLED_AFTER = 5;

type Books = Readonly<{
  /** Orders that were there without any answer. */
  history?: number;
  /** Seconds; see the oracles. */
  settledAfter?: number;
}>;

/** Compares what was answered with what is written. */
export const auditBooks = async (
  { db, book, say }: Pick<Ground, "db" | "book" | "say">,
  { history = 0, settledAfter = SETTLED_AFTER }: Books = {},
): Promise<readonly string[]> => {
  const answered = { placed: book.placed.length + history, unknown: book.unanswered };
  const counts = await countOrders(db);
  const mismatches = judge(
    {
      breaches: await askOracles(db, { settledAfter }),
      counts,
      known: (await countKnown(db, book.placed)) + history,
      parked: await countParked(db),
    },
    answered,
  );
  const past = history > 0 ? ` and ${history.toLocaleString("en")} past ones` : "";
  say(
    `audit: ${counts.orders} orders for ${book.placed.length} answers 201 (${answered.unknown} without a clear answer)${past}, ` +
      `${counts.paid} paid; ${oracles.length} oracles asked of stock, orders, money, coupons and sales: ` +
      (mismatches.length === 0 ? "all is so" : "BREACHED"),
  );
  return mismatches.map((mismatch) => `audit: ${mismatch}`);
};
