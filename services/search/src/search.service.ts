import {
  CategoryChanged,
  InventoryUpdated,
  type SearchQuery,
  type SearchResult,
  type SuggestionQuery,
} from "@wares/contracts";
import { on, type Service, type Tools } from "@wares/platform";
import type { Static } from "typebox";
import { answer } from "./answer.ts";
import { saveCategories, saveStock } from "./changes.store.ts";
import { follow } from "./following.queries.ts";
import { documentSubscriptions, reindex } from "./indexing.commands.ts";
import { performedCommands } from "./performed.commands.ts";
import { searchRoutes } from "./search.routes.ts";

export { evaluateSearch, type Evaluation, type JudgedQuery } from "./ndcg.ts";
export type { Reindexed } from "./indexing.commands.ts";

/** Search: finds products by words, from an index of its own that every process keeps in memory. */
export const searchService = (tools: Tools) => {
  const inStep = follow(tools);
  const { note, flush } = performedCommands(tools);
  const search = async (query: SearchQuery): Promise<SearchResult> => {
    const { index, spell, remembered } = await inStep();
    return remembered(JSON.stringify(query), () => answer(index, spell, query));
  };
  const suggest = async (query: Static<typeof SuggestionQuery>) => (await inStep()).suggest(query);
  const service: Service = {
    name: "search",
    routes: [{ prefix: "/search", plugin: searchRoutes({ search, suggest, note }) }],
    restMs: 500,
    subscriptions: [
      ...documentSubscriptions,
      on(InventoryUpdated, async (events, tx) => {
        await saveStock(
          tx,
          events.map(({ data }) => data),
        );
      }),
      on(CategoryChanged, async (events, tx) => {
        await saveCategories(
          tx,
          events.map(({ data }) => data),
        );
      }),
    ],
    // The first shopper need not wait for the index to be loaded.
    work: () => {
      const warm = inStep().catch((error: unknown) =>
        tools.log.warn({ err: error }, "the index could not be loaded yet"),
      );
      return {
        close: async () => {
          await warm;
          await flush();
        },
      };
    },
  };
  return {
    service,
    search,
    suggest,
    reindex: reindex(tools),
    /** The same answers without waiting, for a measurement: the index as it is now. */
    snapshot: async () => {
      const { index, spell } = await inStep();
      return (query: SearchQuery): SearchResult => answer(index, spell, query);
    },
    flush,
  };
};
