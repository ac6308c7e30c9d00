import {
  PriceChanged,
  ProductStatusChanged,
  ProductUpdated,
  ReviewAdded,
  ReviewId,
  SearchResult,
  Suggestions,
  parse,
  UserId,
  type Product,
} from "@wares/contracts";
import { idOf, newId } from "@wares/platform";
import { publish, type Database } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { testDatabase } from "@wares/testkit/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { searchService } from "./search.service.ts";
import {
  asked,
  audio,
  categories,
  category,
  created,
  idFor,
  prices,
  product,
  shelf,
  skuFor,
  stocked,
} from "./search.examples.ts";

const open = async (db: Database) => {
  const search = searchService(testTools(db));
  let principal: Principal = { roles: [] };
  const app = await testServer([search.service], () => principal);
  const tell = async (...events: Parameters<typeof publish>[1][number][]) => {
    await publish(db, events);
    await settle(db, [search.service]);
  };
  const get = async (url: string) => (await app.inject({ url: `/api/v1/search${url}` })).json();
  const names = async (query: string, change = {}) =>
    (await search.search(asked(query, change))).products.map(({ name }) => name);
  return { ...search, tell, get, names, as: (one: Principal) => (principal = one) };
};
const stockUp = async (db: Database) => {
  const shop = await open(db);
  await shop.tell(...categories, ...shelf.map(created), stocked("Blue teapot", 3));
  return shop;
};
const async = async function* (products: readonly Product[]) {
  yield* products;
};

test("an empty shop finds nothing, politely", async () => {
  await using db = await testDatabase("search");
  const { get } = await open(db);
  expect(await get("?query=teapot")).toEqual({
    products: [],
    totalCount: 0,
    page: 1,
    pageSize: 24,
    facets: [],
  });
  expect(await get("/suggestions?query=t")).toEqual({ products: [], categories: [], queries: [] });
});

test("what the events told is found, with stock, rating and price as they are now", async () => {
  await using db = await testDatabase("search");
  const { get, tell, names } = await stockUp(db);
  const body = await get("?query=blue%20teapot&language=zh&currency=CNY");
  expect(parse(SearchResult, body)).toEqual(body);
  expect(body.products[0]).toMatchObject({
    name: "蓝色茶壶",
    price: { amount: 21_000, currency: "CNY" },
    left: 3,
    isInStock: true,
    fact: "炻器",
    familyKey: "kitchen",
  });
  const id = idFor("Blue teapot");
  const from = "2026-11-25T10:00:00.000Z";
  await tell(
    stocked("Blue teapot", 0, 2),
    ReviewAdded({
      productId: id,
      reviewId: idOf(ReviewId, "r"),
      rating: 5,
      ratingSum: 9,
      ratingCount: 2,
    }),
    PriceChanged({
      productId: id,
      sku: skuFor("Blue teapot"),
      oldPrices: prices(3_000),
      newPrices: prices(100),
      from,
      revision: 2,
    }),
  );
  const [card] = (await get("?query=blue%20teapot")).products;
  expect(card).toMatchObject({
    price: { amount: 100 },
    isInStock: false,
    rating: { average: 4.5, count: 2 },
  });
  expect(await names("", { ratingMin: 4 })).toEqual(["Blue teapot"]);
  await tell(
    ProductStatusChanged({
      productId: id,
      oldStatus: "Active",
      newStatus: "Inactive",
      revision: 3,
    }),
  );
  expect(await names("blue teapot")).not.toContain("Blue teapot");
});

test("an older event after a newer one changes nothing, of products and of stock", async () => {
  await using db = await testDatabase("search");
  const { tell, names } = await stockUp(db);
  const newer = product("Blue teapot", { revision: 5, name: { en: "Green jug" } });
  await tell(ProductUpdated({ productId: newer.id, product: newer }), stocked("Blue teapot", 0, 9));
  const older = product("Blue teapot", { revision: 4, name: { en: "Old jug" } });
  await tell(ProductUpdated({ productId: older.id, product: older }), stocked("Blue teapot", 7, 8));
  expect(await names("jug")).toEqual(["Green jug"]);
  expect(await names("", { inStock: true })).toEqual([]);
});

test("what is set aside for a flash sale is neither found nor mistaken for the shelf", async () => {
  await using db = await testDatabase("search");
  const { tell, names } = await stockUp(db);
  const ofSale = stocked("Blue teapot", 50, 20);
  const aside = { ...ofSale, data: { ...ofSale.data, location: "sale:1" } };
  await tell(stocked("Blue teapot", 0, 9), aside);
  expect(await names("", { inStock: true })).toEqual([]);
});

test("another process hears of every change, and of a category's new name", async () => {
  await using db = await testDatabase("search");
  const first = await stockUp(db);
  const second = await open(db);
  expect(await second.names("usb")).toEqual(["USB hub"]);
  await first.tell(created(product("USB lamp")), category(audio, "Sound", "声音", [audio]));
  expect(await second.names("usb lamp")).toContain("USB lamp");
  expect(await second.names("sound")).toHaveLength(2);
  expect(await second.names("audio")).toEqual([]);
});

test("fifty ask while the index is loaded for the first time, and all are told the same", async () => {
  await using db = await testDatabase("search");
  await stockUp(db);
  const { names } = await open(db);
  const all = await Promise.all(Array.from({ length: 50 }, () => names("teapot")));
  expect(new Set(all.map(String)).size).toBe(1);
  expect(all[0]).toHaveLength(3);
});

test("a rebuild says what the catalogue says: new words in, what is gone out, opinions kept", async () => {
  await using db = await testDatabase("search");
  const { reindex, names, tell, search } = await stockUp(db);
  const reviewId = idOf(ReviewId, "r");
  const id = idFor("USB hub");
  await tell(ReviewAdded({ productId: id, reviewId, rating: 4, ratingSum: 4, ratingCount: 1 }));
  const kept = { ...product("USB hub"), revision: 2, name: { en: "USB-C dock" } };
  expect(await reindex(async([kept, product("Bread knife")]))).toEqual({ indexed: 2 });
  expect((await names("")).toSorted()).toEqual(["Bread knife", "USB-C dock"]);
  expect((await search(asked("dock"))).products[0]?.rating).toEqual({ average: 4, count: 1 });
});

test.for([
  ["a language we do not speak", "?language=fr", "/language"],
  ["a currency we do not take", "?currency=BTC", "/currency"],
  ["a question without end", `?query=${"x".repeat(201)}`, "/query"],
  ["page nought", "?page=0", "/page"],
  ["page 401", "?page=401", "/page"],
  ["an attribute without a name", "?attribute=Glass", "/attribute/0"],
  ["a category that is no id", "?categoryId=kitchen", "/categoryId"],
  ["a suggestion for nothing", "/suggestions?query=", "/query"],
] as const)("%s is refused by name", async ([, url, field]) => {
  await using db = await testDatabase("search");
  const { get } = await open(db);
  expect(await get(url)).toMatchObject({ type: "request.invalid", status: 400, field });
});

test("text that means something elsewhere is text here", async () => {
  await using db = await testDatabase("search");
  const { get, tell } = await stockUp(db);
  const hostile = "'; drop table search.documents; -- <img src=x> ‮مرحبا %_\\ :* & |";
  await tell(created(product("Hostile", { name: { en: hostile }, brand: "a:b'\"" })));
  for (const text of [
    hostile,
    "%",
    "_",
    "\\",
    "a & !b | c:*",
    "?",
    "😀",
    "‮",
    "x".repeat(200),
    "' or 1=1",
  ]) {
    const body = await get(
      `?query=${encodeURIComponent(text)}&brand=${encodeURIComponent("a:b'\"")}`,
    );
    expect(parse(SearchResult, body)).toEqual(body);
    const suggested = await get(`/suggestions?query=${encodeURIComponent(text.slice(0, 100))}`);
    expect(parse(Suggestions, suggested)).toEqual(suggested);
  }
  expect((await get(`?query=drop%20table`)).products[0].name).toBe(hostile);
});

test("a search is said once, by those we know, and not for its second page", async () => {
  await using db = await testDatabase("search");
  const { get, as, flush } = await stockUp(db);
  await get("?query=teapot");
  const userId = newId(UserId);
  as({ userId, roles: ["customer"] });
  for (const url of ["?query=teapot", "?query=teapot&page=2", "?query=%20", "?brand=Kiln"])
    await get(url);
  await flush();
  const { rows } = await db.query(
    "select data from platform.outbox where type = 'search.search_performed'",
  );
  expect(rows).toEqual([{ data: { buyerId: userId, userId, query: "teapot", totalCount: 3 } }]);
});
