import { readShelf } from "./catalogue.ts";
import type { Ground } from "./ground.ts";
import { orderBook } from "./orders.ts";
import { shopClient } from "./shop-client.ts";
import type { Shop } from "./shop.ts";
import { settingsOf } from "./yardstick.store.ts";
import { connectTo } from "./connection.ts";

type Run = Pick<Ground, "seconds" | "sustainSeconds" | "say" | "complain">;

/** A running shop to measure on, refused where its database does not wait for its disk. */
export const openGround = async (
  shop: Shop,
  run: Run,
): Promise<Ground & Readonly<{ postgresVersion: string }>> => {
  const db = await connectTo(shop.databaseUrl);
  try {
    const { version, fsync, synchronousCommit } = await settingsOf(db);
    if (fsync !== "on" || synchronousCommit !== "on")
      throw new Error("This database does not wait for its disk: its figures would mean nothing.");
    const client = shopClient(shop.origin, 4);
    const shelf = await readShelf(client);
    await client.close();
    run.say(`  ${shelf.products.length} products in ${shelf.categories.length} categories`);
    return { ...run, shop, db, shelf, book: orderBook(), postgresVersion: version };
  } catch (error) {
    await db.end();
    throw error;
  }
};
