import type {
  BuyerId,
  Language,
  Money,
  OrderId,
  OrderStatus,
  PaymentMethodId,
  PayRequest,
  UserId,
} from "@wares/contracts";
import { batched, Refused, type Keys, type Refusal } from "@wares/platform";
import { alongCommit, transact, type Database } from "@wares/platform/database";
import { orderRights, type Principal } from "@wares/platform/http";
import { tokenContext, type PaymentDriver } from "./payment.driver.ts";
import { insertPayments, type PaymentRow } from "./payment.store.ts";
import type { ReadPayment } from "./payment.queries.ts";
import type { MethodType, StoredPayment } from "./payment.ts";
import { refusals } from "./refusals.ts";

export type OrderToPay = Readonly<{
  total: Money;
  buyerId: BuyerId;
  status: OrderStatus;
  language: Language;
}>;

export type SavedMethod = Readonly<{ type: MethodType; token: string }>;

/** What payments need of other services, as plain functions. `apps/server` supplies them. */
export type PaymentNeeds = Readonly<{
  ordersToPay: (orderIds: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, OrderToPay>>;
  /** What a customer keeps with us to pay with; of somebody else's, nothing. */
  savedMethod: (userId: UserId, methodId: PaymentMethodId) => Promise<SavedMethod | undefined>;
}>;

const firstAnswerMs = 2_500;

export const paymentCommands = (
  db: Database,
  { ordersToPay, savedMethod }: PaymentNeeds,
  { keys, driver, read }: { keys: Keys; driver: PaymentDriver; read: ReadPayment },
) => {
  const insert = inserter(db);
  const known = async ({ paymentId, orderId }: PayRequest): Promise<PaymentRow | undefined> => {
    const payment = await read(paymentId);
    if (payment && payment.orderId !== orderId) throw new Refused(refusals.otherPayment);
    return payment;
  };

  const cardOf = async (request: PayRequest, { userId }: Principal): Promise<SavedMethod> => {
    const { token, savedMethodId, method } = request;
    if (token !== undefined) return { type: method, token };
    const saved = userId && savedMethodId && (await savedMethod(userId, savedMethodId));
    if (!saved) throw new Refused(refusals.noSuchMethod);
    return saved;
  };

  return {
    /** One attempt. Sent twice, it is one attempt; while one is under way, another is refused. */
    pay: async (request: PayRequest, principal: Principal): Promise<PaymentRow> => {
      const { paymentId, orderId, key } = request;
      const problem = problemOf(request, principal);
      if (problem) throw new Refused(problem);
      const order = (await ordersToPay([orderId])).get(orderId);
      if (
        !order ||
        !orderRights({ principal, key }, { orderId, buyerId: order.buyerId }, keys).mayRead
      )
        throw new Refused(refusals.orderNotFound);
      const isPayable = order.status === "Pending" || order.status === "PaymentFailed";
      // One that was made before is found when it is written once more: nearly all are new.
      if (!isPayable || request.token === undefined) {
        const before = await known(request);
        if (before) return before;
      }
      if (!isPayable) throw new Refused(refusals.notPayable);

      const { type: method, token } = await cardOf(request, principal);
      const sealed = keys.seal("payment-token", tokenContext(paymentId), token);
      const keepFor = (request.keep && request.token && principal.userId) || null;
      const { total, buyerId, language } = order;
      const attempt = newPayment({
        paymentId,
        orderId,
        buyerId,
        total,
        language,
        method,
        sealed,
        keepFor,
      });
      const { isNew } = await insert(attempt);
      if (isNew) {
        const answered = driver.stepOf(paymentId, firstAnswerMs);
        driver.begin(attempt);
        await answered;
      }
      const after = await known(request);
      if (!after) throw new Refused(refusals.alreadyPaying);
      return after;
    },
  };
};
const inserter = (db: Database) =>
  batched<StoredPayment, { isNew: boolean }>(
    async (payments) => {
      const { inserting } = await transact(db, async (tx) => {
        const inserting = insertPayments(tx, payments);
        await alongCommit(tx, [inserting]);
        return { inserting };
      });
      const inserted = await inserting;
      return payments.map(({ paymentId }) => ({ isNew: inserted.has(paymentId) }));
    },
    { batchMax: 250, waitingMax: 5_000 },
  );

export type PaymentCommands = ReturnType<typeof paymentCommands>;

const problemOf = (
  { token, savedMethodId, keep }: PayRequest,
  { userId }: Principal,
): Refusal | undefined => {
  if ((token === undefined) === (savedMethodId === undefined)) return refusals.needsOneMethod;
  return keep && !userId ? refusals.signInToKeep : undefined;
};

const newPayment = ({
  total: { amount, currency },
  sealed,
  ...given
}: Pick<StoredPayment, "paymentId" | "orderId" | "buyerId" | "language" | "method" | "keepFor"> &
  Readonly<{ total: Money; sealed: string }>): StoredPayment => ({
  ...given,
  amount,
  currency,
  token: sealed,
  state: "authorising",
  chargeId: null,
  cardBrand: null,
  cardLast4: null,
  actionUrl: null,
  failure: null,
  capturedAmount: 0,
  refundedAmount: 0,
  isDisputed: false,
  // The one that is about to be made.
  tries: 1,
});
