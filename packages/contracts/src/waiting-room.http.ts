import Type, { type Static } from "typebox";
import { closed, Instant } from "./vocabulary.ts";

/** Under pressure: find a nonce so that SHA-256 of `<challenge>.<nonce>` begins with so many zero bits. */
export const ProofOfWork = Type.Object({
  challenge: Type.String({ minLength: 1, maxLength: 200 }),
  zeroBits: Type.Integer({ minimum: 1, maximum: 30 }),
  expiresAt: Instant,
});
export type ProofOfWork = Static<typeof ProofOfWork>;

export const WaitingTicketRequest = Type.Object(
  {
    proof: Type.Optional(
      Type.Object(
        {
          challenge: ProofOfWork.properties.challenge,
          nonce: Type.String({ minLength: 1, maxLength: 40, pattern: "^[0-9A-Za-z]+$" }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type WaitingTicketRequest = Static<typeof WaitingTicketRequest>;

/**
 * One buyer's place. Early: before the sale opens nobody has a number; at the opening all who came
 * before it get theirs by lot, and who comes later stands behind them.
 */
export const WaitingTicket = Type.Object({
  /** Signed, and good for this buyer and this sale alone. */
  ticket: Type.String({ minLength: 16, maxLength: 300 }),
  /** Lapsed: let in, and did not order in time. Who asks for a ticket again stands at the end. */
  state: Type.Enum(["Early", "Waiting", "Admitted", "Used", "Lapsed", "Over"]),
  /** How many stand before, while waiting. */
  position: Type.Optional(Type.Integer({ minimum: 0 })),
  estimatedSeconds: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Until when an admitted buyer may place the order. */
  admittedUntil: Type.Optional(Instant),
});
export type WaitingTicket = Static<typeof WaitingTicket>;
