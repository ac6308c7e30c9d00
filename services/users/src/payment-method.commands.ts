import {
  cardBrands,
  PaymentMethodId,
  paymentMethodsMax,
  type PaymentMethodKept,
  type UserId,
} from "@wares/contracts";
import { idOf, Refused, type Tools } from "@wares/platform";
import { transact, type Queries } from "@wares/platform/database";
import type { Card, KeptMethod, PaymentMethodStore } from "./payment-method.store.ts";
import type { People } from "./person.commands.ts";
import { refusals } from "./refusals.ts";

type Kept = PaymentMethodKept["data"];

export const paymentMethodCommands = (
  { db, keys, log }: Pick<Tools, "db" | "keys" | "log">,
  { change }: People,
  methods: PaymentMethodStore,
) => {
  const methodOf = ({ userId, paymentId, type, sealedToken, ...shown }: Kept): KeptMethod[] => {
    const token = keys.open("payment-token", `payment ${paymentId}`, sealedToken);
    if (token === undefined) {
      log.error({ paymentId }, "a token to be kept does not open");
      return [];
    }
    const methodId = idOf(PaymentMethodId, "kept", paymentId);
    return [{ userId, methodId, type, card: cardOf(token, shown) }];
  };

  return {
    /** What has paid is kept, for whoever is still there. */
    keep: async (tx: Queries, kept: readonly Kept[]): Promise<void> => {
      const there = await methods.nextRevisions(
        tx,
        kept.map(({ userId }) => userId),
      );
      const wanted = kept.filter(({ userId }) => there.has(userId));
      await methods.keep(tx, wanted.flatMap(methodOf), paymentMethodsMax);
    },

    /** For payments: the token behind a customer's own method. */
    use: (userId: UserId, methodId: PaymentMethodId) =>
      transact(db, (tx) => methods.use(tx, userId, methodId)),

    remove: (userId: UserId, methodId: PaymentMethodId) =>
      change(userId, undefined, async (tx) => {
        if (!(await methods.remove(tx, userId, methodId)))
          throw new Refused(refusals.noSuchPaymentMethod);
      }),
  };
};
export type PaymentMethodCommands = ReturnType<typeof paymentMethodCommands>;

/** A gateway may name brands that we have no word for: they are shown without one. */
const cardOf = (token: string, { cardBrand, cardLast4 = "" }: Partial<Kept>): Card => {
  const known = cardBrands.find((brand) => brand === cardBrand);
  return {
    token,
    ...(known && { cardBrand: known }),
    ...(/^\d{4}$/.test(cardLast4) && { cardLast4 }),
  };
};
