import type { PaymentId } from "@wares/contracts";
import { batched } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { readPayments, type PaymentRow } from "./payment.store.ts";

export type ReadPayment = (paymentId: PaymentId) => Promise<PaymentRow | undefined>;

/** Shoppers who pay and webhooks that tell of it share their reads. */
export const paymentReader = (db: Database): ReadPayment =>
  batched<PaymentId, PaymentRow | undefined>(
    async (paymentIds) => {
      const found = await readPayments(db, [...new Set(paymentIds)]);
      return paymentIds.map((paymentId) => found.get(paymentId));
    },
    { batchMax: 250, waitingMax: 20_000 },
  );
