import { stockUp } from "./audit.store.ts";
import type { Measure, Measured } from "./ground.ts";
import { group, skusOf } from "./order-loads.ts";
import { makeGuests, orderBook, placeOrder, quoteBaskets } from "./orders.ts";
import { shopClient } from "./shop-client.ts";

const BUYERS = 500;
const PIECES = 100;

/** All want the same at once, and there is not enough. */
export const measureFlashSale: Measure = async (ground): Promise<Measured> => {
  const { shop, db, say } = ground;
  const [sku] = await skusOf(ground, 1);
  const client = shopClient(shop.origin, BUYERS);
  const book = orderBook();
  try {
    await stockUp(db, [sku], PIECES);
    const tokens = await makeGuests(client, BUYERS);
    const [quoted] = await quoteBaskets(
      client,
      [{ lines: [{ sku, quantity: 1 }] }],
      tokens[0] ?? "",
    );
    if (!quoted) throw new Error("There is no price for it.");
    const begin = performance.now();
    const outcomes = await Promise.all(
      tokens.map(async (token) => {
        try {
          return (await placeOrder(client, book, quoted, token)).outcome;
        } catch {
          return "no answer";
        }
      }),
    );
    const seconds = (performance.now() - begin) / 1000;
    const counts = Map.groupBy(outcomes, (outcome) => outcome);
    const told = [...counts].map(([outcome, all]) => `${all.length} ${outcome}`).join(", ");
    say(`  flash sale: ${told} in ${seconds.toFixed(2)} s`);
    ground.book.placed.push(...book.placed);
    ground.book.unanswered += book.unanswered;
    const sold = book.placed.length;
    const remark = `${BUYERS} buyers at once, ${PIECES} pieces: ${told}`;
    return {
      figures: [
        {
          group,
          key: "flash_sale_orders",
          label: "flash sale, sold",
          value: sold,
          unit: "",
          remark,
        },
        {
          group,
          key: "flash_sale_s",
          label: "flash sale, all answered",
          value: seconds,
          unit: "s",
        },
      ],
      faults: sold === PIECES ? [] : [`flash sale: ${sold} orders for ${PIECES} pieces`],
    };
  } finally {
    await client.close();
  }
};
