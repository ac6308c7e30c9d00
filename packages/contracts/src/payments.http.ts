import Type, { type Static } from "typebox";
import { PaymentMethodType } from "./payments.events.ts";
import { closed, Instant, Money, OrderId, PaymentId, PaymentMethodId } from "./vocabulary.ts";

/**
 * One attempt to pay. The client chooses the id: sent twice it is one attempt. The token comes from
 * the gateway's own fields, or stands behind a saved method of the customer's: one of the two. A card
 * number has no place here. No amount: we know it.
 */
export const PayRequest = Type.Object(
  {
    paymentId: PaymentId,
    orderId: OrderId,
    method: PaymentMethodType,
    token: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, pattern: "^[A-Za-z0-9_.-]+$" }),
    ),
    savedMethodId: Type.Optional(PaymentMethodId),
    /** Who is signed in may have the token kept for the next time, once it has paid. */
    keep: Type.Optional(Type.Boolean()),
    /** A guest's key to the order. */
    key: Type.Optional(Type.String({ minLength: 20, maxLength: 100 })),
  },
  closed,
);
export type PayRequest = Static<typeof PayRequest>;

export const PaymentStatus = Type.Enum([
  "Pending",
  "Processing",
  "Succeeded",
  "Failed",
  "Cancelled",
  "Refunded",
]);

export const Payment = Type.Object({
  id: PaymentId,
  orderId: OrderId,
  amount: Money,
  refundedAmount: Money,
  paymentMethod: PaymentMethodType,
  cardBrand: Type.Optional(Type.String()),
  cardLast4: Type.Optional(Type.String()),
  status: PaymentStatus,
  /** Why it failed, in words for the shopper. */
  failure: Type.Optional(Type.String()),
  /** Where the shopper proves who they are, when their bank asks for it. */
  nextAction: Type.Optional(Type.Object({ url: Type.String() })),
  gatewayResponse: Type.Optional(
    Type.Object({
      gateway: Type.String(),
      transactionId: Type.String(),
      responseCode: Type.String(),
      responseMessage: Type.String(),
    }),
  ),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Payment = Static<typeof Payment>;
export const PaymentList = Type.Object({ payments: Type.Array(Payment) });
export const PaymentPath = Type.Object({ paymentId: PaymentId });
export const PaymentsQuery = Type.Object(
  { orderId: OrderId, key: Type.Optional(Type.String({ minLength: 20, maxLength: 100 })) },
  closed,
);

/** How this shop takes money, for the pay form. */
export const PaymentOptions = Type.Object({
  gateway: Type.String(),
  methods: Type.Array(PaymentMethodType),
  /** Only with the sandbox gateway: the cards to try, with what each does. */
  testCards: Type.Array(
    Type.Object({
      token: Type.String(),
      label: Type.String(),
      brand: Type.String(),
      last4: Type.String(),
    }),
  ),
});
export type PaymentOptions = Static<typeof PaymentOptions>;
