import { timingSafeEqual } from "node:crypto";
import type { Keys } from "@wares/platform";
import { uuidv7 } from "@wares/platform";
import { RefundDenied, type Gateway, type GatewayCharge, type WebhookNews } from "./gateway.ts";

/** A charge as the sandbox's own API tells it. */
export type SandboxCharge = Readonly<{
  reference: string;
  chargeId: string;
  status: "authorised" | "captured" | "declined" | "requires_action" | "canceled";
  amount: number;
  currency: string;
  captured: number;
  refunded: number;
  refunds: Readonly<{ [refundId: string]: number }>;
  token: string;
}>;
type Card = Readonly<{ token: string; brand: string; last4: string; declineCode?: string }>;

const toleranceSeconds = 300;

/** The sandbox behind the face that every gateway has. */
export const sandboxGateway = (
  call: (
    request: Readonly<Record<string, unknown>>,
  ) => Promise<SandboxCharge | Readonly<{ refused: string }>>,
  cards: readonly Card[],
  keys: Keys,
): Gateway => {
  const charge = (answer: SandboxCharge): GatewayCharge => {
    const card = cards.find(({ token }) => token === answer.token);
    const isDeclined = answer.status === "declined";
    const isAsking = answer.status === "requires_action";
    return {
      reference: answer.reference,
      chargeId: answer.chargeId,
      status: statusOf(answer),
      amount: answer.amount,
      currency: answer.currency,
      captured: answer.captured,
      refunded: answer.refunded,
      refunds: Object.keys(answer.refunds),
      ...(isAsking && { actionUrl: `/sandbox-bank/${answer.reference}` }),
      ...(card && { cardBrand: card.brand, cardLast4: card.last4 }),
      ...(isDeclined && card?.declineCode && { declineCode: card.declineCode }),
    };
  };
  const ask = async (request: Readonly<Record<string, unknown>>): Promise<GatewayCharge> => {
    const answer = await call(request);
    if ("refused" in answer) throw new Error(`the sandbox refused: ${answer.refused}`);
    return charge(answer);
  };
  return {
    name: "sandbox",
    authorise: async ({ paymentId: reference, amount: { amount, currency }, ...shopper }) => {
      const chargeId = uuidv7();
      const answer = await call({
        kind: "authorise",
        reference,
        chargeId,
        amount,
        currency,
        ...shopper,
      });
      if (!("refused" in answer)) return charge(answer);
      // A card it does not know is a card that does not pay.
      const nothing = { captured: 0, refunded: 0, refunds: [], declineCode: answer.refused };
      return { reference, chargeId, status: "declined", amount, currency, ...nothing };
    },
    capture: (reference) => ask({ kind: "capture", reference }),
    cancel: (reference) => ask({ kind: "cancel", reference, chargeId: uuidv7() }),
    refund: async (reference, key, amount) => {
      const answer = await call({ kind: "refund", reference, key, amount });
      if ("refused" in answer) throw new RefundDenied(answer.refused);
      return charge(answer);
    },
    find: async (reference) => {
      const answer = await call({ kind: "find", reference });
      return "refused" in answer ? undefined : charge(answer);
    },
    readWebhook: (body, signature, now) => readWebhook(body, signature, { now, keys }),
  };
};

const statusOf = ({ status }: Pick<SandboxCharge, "status">): GatewayCharge["status"] =>
  status === "requires_action" ? "action" : status;

const readWebhook = (
  body: string,
  signature: string,
  { now, keys }: { now: Date; keys: Keys },
): WebhookNews | undefined => {
  const [, seconds = "", given = ""] = /^t=(\d{1,12}),v1=([\w-]{20,100})$/.exec(signature) ?? [];
  const expected = Buffer.from(keys.sign("sandbox-webhook", `${seconds}.${body}`));
  const isOurs = expected.length === given.length && timingSafeEqual(expected, Buffer.from(given));
  const age = Math.abs(now.getTime() / 1_000 - Number(seconds));
  if (!isOurs || age > toleranceSeconds) return undefined;
  const { type, charge } = JSON.parse(body) as { type: string; charge: SandboxCharge };
  const { reference: paymentId, captured, refunded } = charge;
  const claim = { status: statusOf(charge), captured, refunded };
  return { paymentId, isDispute: type === "charge.disputed", claim };
};
