import { ReorderPointReached, StockLow, StockOut } from "@wares/contracts";
import { on, type Delivered, type Subscription } from "@wares/platform";
import type { Letter } from "./letter.ts";
import type { Post } from "./post.commands.ts";
import type { ShopLinks } from "./shop-links.ts";
import { reorder, stockLow, stockOut } from "./stock-letters.ts";

/** Notices to the shop itself. */
export const stockSubscriptions = (
  post: Post,
  links: ShopLinks,
  shopAddress: string,
): readonly Subscription[] => {
  const drafts = <Data>(
    events: readonly Delivered<Data>[],
    template: string,
    write: (data: Data, adminUrl: string) => Letter,
  ) =>
    events.map(({ eventId, data }) => ({
      eventId,
      template,
      to: shopAddress,
      letter: write(data, links.stock()),
    }));
  return [
    on(StockLow, (events, tx) => post.letters(tx, drafts(events, "stock-low", stockLow))),
    on(StockOut, (events, tx) => post.letters(tx, drafts(events, "stock-out", stockOut))),
    on(ReorderPointReached, (events, tx) => post.letters(tx, drafts(events, "reorder", reorder))),
  ];
};
