import {
  ProductClicked,
  ProductViewed,
  type BehaviourBatch,
  type BuyerId,
  type UserId,
} from "@wares/contracts";
import { batched, type Publishable } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { knownProducts } from "./rollup.store.ts";

type Report = Readonly<{ buyerId: BuyerId; userId?: UserId }> & BehaviourBatch;

/** Many pages' reports are told in one commit. Without consent nothing is kept, not even a count. */
export const behaviourCommands = (db: Database) => {
  const report = batched<Report, { accepted: number }>(
    (reports) =>
      transact(db, async (tx) => {
        const ids = reports.flatMap(({ behaviours }) => behaviours.map((one) => one.productId));
        const known = await knownProducts(tx, [...new Set(ids)]);
        const told = reports.map(({ buyerId, userId, behaviours }): Publishable[] =>
          behaviours
            .filter(({ productId }) => known.has(productId))
            .map(({ type, productId, source, durationMs }) => {
              const behaviour = { buyerId, ...(userId && { userId }), productId, source };
              return type === "View"
                ? ProductViewed({ ...behaviour, durationMs })
                : ProductClicked(behaviour);
            }),
        );
        await publish(tx, told.flat());
        return told.map(({ length }) => ({ accepted: length }));
      }),
    { batchMax: 200, waitingMax: 2_000 },
  );
  return {
    report: async (given: Report): Promise<{ accepted: number }> =>
      given.consent && given.behaviours.length > 0 ? report(given) : { accepted: 0 },
  };
};
export type BehaviourCommands = ReturnType<typeof behaviourCommands>;
