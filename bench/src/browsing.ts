import { queriesFrom } from "./catalogue.ts";
import type { Ground, Measure } from "./ground.ts";
import type { Outcome } from "./load.ts";
import { random } from "./random.ts";
import type { Figure } from "./report.ts";
import { outcomeFrom, type ShopClient } from "./shop-client.ts";
import { measureClosed, measureOpen, type Load } from "./throughput.ts";

const CLIENTS = 32;

const asking = (paths: readonly string[]): Load => {
  // From where the last load left off, so that a page is asked for again as late as can be.
  let next = 0;
  return (client) => async () => ask(client, paths[next++ % paths.length] ?? "/");
};

const ask = async (client: ShopClient, path: string): Promise<Outcome> => {
  const answer = await client.get(path);
  return answer.status === 200 ? "ok" : outcomeFrom(answer);
};

const shuffled = <Item>(items: readonly Item[]): readonly Item[] => {
  const dice = random(4_000);
  const order = items.map((item) => ({ item, place: dice.below(2 ** 31) }));
  return order.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
};

const pathsOf = ({ shelf }: Ground, prefix: string): readonly string[] =>
  shuffled(shelf.products).map(({ slug }) => `${prefix}${encodeURIComponent(slug)}`);

export const measureProducts: Measure = async (ground) => {
  const group = "Products (JSON, with stock)";
  const about = { group, clients: CLIENTS };
  const page = await measureClosed(
    ground,
    { ...about, key: "product_page_per_s", label: "one product, another each time" },
    asking(pathsOf(ground, "/api/v1/products/")),
  );
  const lists = shuffled(ground.shelf.categories).map(
    ({ id }) => `/api/v1/products?limit=24&categoryId=${id}`,
  );
  const list = await measureClosed(
    ground,
    { ...about, key: "product_list_per_s", label: `24 of a category, ${lists.length} categories` },
    asking(lists),
  );
  return { figures: [page.figure, list.figure] };
};

const QUERIES = 20_000;
const SEARCH_CLIENTS = 16;

export const measureSearch: Measure = async (ground) => {
  const group = `Search (24 results and facets among ${ground.shelf.products.length.toLocaleString("en")} products)`;
  const names = ground.shelf.products.map(({ name }) => name);
  const paths = queriesFrom(names, QUERIES).map(
    (query) => `/api/v1/search?query=${encodeURIComponent(query)}`,
  );
  const load = asking(paths);
  const alone = await measureClosed(
    ground,
    { group, key: "search_alone_per_s", label: "one shopper, never the same query", clients: 1 },
    load,
  );
  const { latencies } = alone.tally;
  const waitAt = (percent: number): Figure => ({
    group,
    key: `search_p${percent}_ms`,
    label: `one shopper, p${percent}`,
    value: latencies.percentileMs(percent),
    unit: "ms",
    ...(percent === 50 && { remark: `${latencies.count()} queries of 1 to 3 words of a name` }),
  });
  const many = await measureClosed(
    ground,
    { group, key: "search_per_s", label: "many shoppers", clients: SEARCH_CLIENTS },
    load,
  );
  const waits = await measureOpen(
    ground,
    { group, key: "search_open", label: "many shoppers" },
    { highest: many.figure.value, share: 0.6, suffix: "" },
    load,
  );
  return { figures: [waitAt(50), waitAt(99), alone.figure, many.figure, ...waits] };
};

const POPULAR = 100;

export const measureStorefront: Measure = async (ground) => {
  const group = "Storefront (a product's page as HTML)";
  const paths = pathsOf(ground, "/p/");
  const about = { group, clients: CLIENTS };
  const any = await measureClosed(
    ground,
    { ...about, key: "storefront_page_per_s", label: "another product each time" },
    asking(paths.slice(POPULAR)),
  );
  const popular = await measureClosed(
    ground,
    { ...about, key: "storefront_popular_page_per_s", label: `the same ${POPULAR} products` },
    asking(paths.slice(0, POPULAR)),
  );
  return { figures: [any.figure, popular.figure] };
};
