import type { OrderId, RefundId } from "@wares/contracts";
import { sql, type Queries } from "@wares/platform/database";

type Settled = Readonly<{
  refundId: RefundId;
  orderId: OrderId;
  amount: number;
  reason: string;
  at: string;
}>;

export const keepSettledRefunds = async (
  tx: Queries,
  refunds: readonly Settled[],
): Promise<void> => {
  // An order that cost nothing had nothing to give back.
  const rows = refunds.filter(({ amount }) => amount > 0);
  if (rows.length === 0) return;
  await tx.query(sql`
    insert into orders.refunds (refund_id, order_id, amount, reason, status, restock, created_at)
    select "refundId", "orderId", amount, reason, 'Succeeded', '[]', at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as refund("refundId" uuid, "orderId" uuid, amount bigint, reason text, at timestamptz)
        on conflict do nothing
  `);
};
