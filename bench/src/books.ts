import {
  countKnown,
  countOrders,
  countParked,
  findStockMismatches,
  findWronglySold,
} from "./audit.store.ts";
import { judge } from "./audit.ts";
import type { Ground } from "./ground.ts";

/** Compares what was answered with what is written. `history` are orders that were there without any answer. */
export const auditBooks = async (
  { db, book, say }: Pick<Ground, "db" | "book" | "say">,
  history = 0,
): Promise<readonly string[]> => {
  const answered = { placed: book.placed.length + history, unknown: book.unanswered };
  const counts = await countOrders(db);
  const mismatches = judge(
    {
      stock: await findStockMismatches(db),
      sold: await findWronglySold(db),
      counts,
      known: (await countKnown(db, book.placed)) + history,
      parked: await countParked(db),
    },
    answered,
  );
  const past = history > 0 ? ` and ${history.toLocaleString("en")} past ones` : "";
  say(
    `audit: ${counts.orders} orders for ${book.placed.length} answers 201 (${answered.unknown} without a clear answer)${past}, ` +
      `${counts.paid} paid; on hand and reserved against the ledger and the live holds: ` +
      (mismatches.length === 0 ? "all agree" : "MISMATCH"),
  );
  return mismatches.map((mismatch) => `audit: ${mismatch}`);
};
