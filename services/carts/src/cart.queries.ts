import type { BuyerId, Cart, LocaleQuery } from "@wares/contracts";
import type { Queries } from "@wares/platform/database";
import type { CartNeeds } from "./cart.needs.ts";
import { loadCart } from "./cart.store.ts";
import { cartView } from "./cart.ts";

export const findCart =
  (db: Queries, { linesOf, availableOf, offersNow }: CartNeeds) =>
  async (buyerId: BuyerId, { language, currency }: LocaleQuery): Promise<Cart> => {
    const { lines, couponCode } = await loadCart(db, buyerId);
    const skus = lines.map(({ sku }) => sku);
    const nothing = new Map<never, never>();
    const [sold, available, offers] =
      skus.length === 0
        ? [nothing, nothing, nothing]
        : await Promise.all([linesOf(skus, language), availableOf(skus), offersNow()]);
    return cartView(lines, couponCode, { sold, available, offers, currency });
  };
export type FindCart = ReturnType<typeof findCart>;
