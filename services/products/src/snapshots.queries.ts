import type { Tools } from "@wares/platform";
import { productsAfter, type Snapshot } from "./view.store.ts";

const pageSize = 250;

/** Every product as it is now, with what its opinions come to: what a rebuild of the search needs. */
export const snapshots = ({ db }: Pick<Tools, "db">) =>
  async function* (): AsyncGenerator<Snapshot> {
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const page = await productsAfter(db, after, pageSize);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      after = last.id;
    }
  };
