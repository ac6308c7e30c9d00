import { setImmediate } from "node:timers/promises";
import { parse, ProductId, Sku, type SearchResult } from "@wares/contracts";
import type { Tools } from "@wares/platform";
import { changesSince, type Change } from "./changes.store.ts";
import { documentsOf } from "./document.store.ts";
import { createRemembered } from "./remembered.ts";
import { createIndex, type SearchIndex } from "./search-index.ts";
import { createSpeller } from "./spelling.ts";
import { createSuggester } from "./suggest.ts";

const chunkSize = 250;

const fresh = () => {
  const index = createIndex();
  return {
    index,
    spell: createSpeller(index),
    suggest: createSuggester(index),
    remembered: createRemembered<SearchResult>(index.version),
    cursor: "0",
    /** In which transaction a document was last read, so that none is read twice. */
    read: new Map<string, string>(),
  };
};
export type Following = Omit<ReturnType<typeof fresh>, "cursor" | "read">;

/**
 * The index of this process, in step with the documents. Whoever asks first waits until it is
 * loaded; after that each question first hears what changed, in one statement that all who ask at
 * the same time share. When the database is away, what is known is good enough to answer from.
 */
export const follow = ({ db, log }: Tools): (() => Promise<Following>) => {
  let state = fresh();
  let isLoaded = false;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const catchUp = async (target = state.index.isHalfEmpty() ? fresh() : state): Promise<void> => {
    const changes = await changesSince(db, target.cursor);
    // Names of categories are words of their products: all of them are read again.
    if (applySmall(target.index, changes)) return catchUp(fresh());
    const news = changes.filter(
      ({ kind, key, changed_in }) => kind === "document" && target.read.get(key) !== changed_in,
    );
    for (let start = 0; start < news.length; start += chunkSize) {
      const ids = news.slice(start, start + chunkSize).map(({ key }) => parse(ProductId, key));
      for (const { changedIn, ...document } of await documentsOf(db, ids)) {
        target.index.put(document);
        target.read.set(document.productId, changedIn);
      }
      // A shop that is being loaded goes on answering other questions.
      await setImmediate();
    }
    target.cursor = changes[0]?.settled ?? target.cursor;
    state = target;
    isLoaded = true;
  };

  const start = (): Promise<void> => {
    running = catchUp().finally(() => (running = undefined));
    return running;
  };
  // A round that began before the question was asked may have missed what it is about.
  const inStep = (): Promise<void> => {
    if (!running) return start();
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return running ?? start();
      });
    return next;
  };

  return async () => {
    try {
      await inStep();
    } catch (error) {
      if (!isLoaded) throw error;
      log.warn({ err: error }, "the index is not in step; answering from what is known");
    }
    return state;
  };
};

/** Answers whether a category that products are indexed under is called otherwise now. */
const applySmall = (index: SearchIndex, changes: readonly Change[]): boolean => {
  let isRenamed = false;
  for (const { kind, key, available, category } of changes) {
    if (kind === "stock") index.setStock(parse(Sku, key), available);
    if (kind !== "category" || !category) continue;
    const known = index.categories.get(category.id);
    if (JSON.stringify(known) === JSON.stringify(category)) continue;
    index.setCategory(category);
    isRenamed ||= index.categoryIds.includes(category.id);
  }
  return isRenamed;
};
