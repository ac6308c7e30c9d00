import { UserId } from "@wares/contracts";
import { newId } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import {
  categories,
  id,
  newProduct,
  picture,
  prices,
  red,
  teapot,
  teapots,
} from "./product.examples.ts";
import { said, shop } from "./shop.examples.ts";

const anna = newId(UserId);
const open = async (db: Awaited<ReturnType<typeof testDatabase>>) => {
  const wares = await shop(db);
  await wares.stockUp();
  wares.as(anna, "staff");
  return wares;
};
const { name, description, brand, categoryId, attributes } = teapot;
const edit = { name, description, brand, categoryId, attributes, images: [picture] };
const url = `/catalogue/products/${id}`;

test("a new product gets an SKU and an address, and a retry meets it", async () => {
  await using db = await testDatabase("products");
  const { post, get } = await open(db);
  const colour = { attributes: { en: { Colour: "Red" } }, prices: prices(3_000), images: [] };
  const request = newProduct("Round teapot", { variants: [colour] });
  const first = await post("/catalogue/products", request);
  expect(first.status).toBe(201);
  expect(first.headers["etag"]).toBe('"1"');
  expect(first.body).toMatchObject({
    sku: "KILNC-TEAPO-ROUNDTEA-001",
    revision: 1,
    status: "Draft",
  });
  expect(first.body.slug.en).toMatch(/^round-teapot-[0-9a-f]{8}$/);
  const again = await post("/catalogue/products", request);
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect(await said(db, request.id)).toEqual(["product_created"]);
  const other = await post("/catalogue/products", { ...request, name: { en: "Another" } });
  expect([other.status, other.body.type]).toEqual([409, "products.already_exists"]);
  expect((await get(`/catalogue/products/${request.id}`)).body).toEqual(first.body);
});

test("ten who create at once the same name get ten SKUs and ten addresses", async () => {
  await using db = await testDatabase("products");
  const { post } = await open(db);
  const all = Array.from({ length: 10 }, () => newProduct("Cup", { id: newId(UserId) as never }));
  const answers = await Promise.all(all.map((one) => post("/catalogue/products", one)));
  expect(answers.map(({ status }) => status)).toEqual(all.map(() => 201));
  const made: { sku: string; slug: { en: string } }[] = answers.map(({ body }) => body);
  expect(new Set(made.map(({ sku }) => sku)).size).toBe(10);
  expect(new Set(made.map(({ slug }) => slug.en)).size).toBe(10);
});

test("of two who edit the same revision, the second is told", async () => {
  await using db = await testDatabase("products");
  const { put, get } = await open(db);
  const both = await Promise.all([
    put(url, { ...edit, brand: "Anna" }, 1),
    put(url, { ...edit, brand: "Ben" }, 1),
  ]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
  const won = both.find(({ status }) => status === 200);
  expect((await get(url)).body).toMatchObject({ brand: won?.body.brand, revision: 2 });
  expect((await put(url, edit)).status).toBe(428);
  expect(await said(db, id)).toEqual(["product_created", "product_updated"]);
});

test("an edit keeps the address, and a name in a new language gets one", async () => {
  await using db = await testDatabase("products");
  const { put, post } = await open(db);
  const edited = await put(url, { ...edit, name: { en: "Square", zh: "方茶壶" } }, 1);
  expect(edited.body.slug).toEqual(teapot.slug);
  const request = newProduct("Cup");
  await post("/catalogue/products", request);
  const { id: _, sku: __, status: ___, prices: ____, variants: _____, ...words } = request;
  const named = { ...words, name: { en: "Cup", zh: "杯" } };
  const cup = await put(`/catalogue/products/${request.id}`, named, 1);
  expect(cup.body.slug).toEqual({ en: "cup", zh: "杯" });
});

test("a price change is one revision, says each SKU, and is what everybody reads", async () => {
  await using db = await testDatabase("products");
  const { put, get, priceLinesOf } = await open(db);
  const changed = await put(`${url}/prices`, { prices: [{ sku: red, prices: prices(999) }] }, 1);
  expect([changed.status, changed.body.revision]).toEqual([200, 2]);
  expect(await said(db, id)).toEqual(["product_created", "price_changed"]);
  expect((await priceLinesOf([red], "en")).get(red)).toMatchObject({ prices: prices(999) });
  expect((await priceLinesOf([red], "en")).get(red)).not.toHaveProperty("salePrices");
  const { body } = await get("/products/round-teapot");
  expect([body.price, body.hasPriceRange]).toEqual([{ amount: 999, currency: "USD" }, true]);
});

test("a status is said as itself and whole, and nothing comes back from Discontinued", async () => {
  await using db = await testDatabase("products");
  const { put, get } = await open(db);
  await put(`${url}/status`, { status: "Inactive" }, 1);
  expect(await said(db, id)).toEqual([
    "product_created",
    "product_status_changed",
    "product_updated",
  ]);
  expect((await put(`${url}/status`, { status: "Discontinued" }, 2)).status).toBe(200);
  const back = await put(`${url}/status`, { status: "Active" }, 3);
  expect([back.status, back.body.type]).toEqual([409, "products.illegal_status"]);
  expect((await get("/products/round-teapot")).body).toMatchObject({
    status: "Discontinued",
    isInStock: false,
  });
});

test("staff find drafts by any part of name, brand or SKU, and signs mean themselves", async () => {
  await using db = await testDatabase("products");
  const { get, post } = await open(db);
  await post("/catalogue/products", newProduct("100% cotton_bag"));
  const found = async (query: string) => {
    const { body } = await get(`/catalogue/products?query=${encodeURIComponent(query)}`);
    return body.products.map((one: { name: { en: string } }) => one.name.en);
  };
  expect(await found("0% COT")).toEqual(["100% cotton_bag"]);
  expect(await found("TEAPOT-BLUE")).toEqual(["Round teapot"]);
  expect(await found("圆茶")).toEqual(["Round teapot"]);
  for (const nothing of ["%x%", "t_apot", "\\", "'; drop table products.products; --"])
    expect(await found(nothing)).toEqual([]);
  const { body } = await get(`/catalogue/products?status=Draft&categoryId=${teapots}`);
  expect(body).toMatchObject({ totalCount: 1, products: [{ status: "Draft" }] });
});

test("a broken request names its field, and a shopper is kept out", async () => {
  await using db = await testDatabase("products");
  const { post, put, as } = await open(db);
  const nowhere = newProduct("Cup", { categoryId: id as never });
  expect((await post("/catalogue/products", nowhere)).body).toMatchObject({
    field: "/categoryId",
    status: 422,
  });
  const negative = newProduct("Cup", { prices: { ...prices(900), EUR: -1 } });
  expect((await post("/catalogue/products", negative)).body).toMatchObject({
    field: "/prices/EUR",
    status: 400,
  });
  as(anna, "customer");
  expect((await put(`${url}/status`, { status: "Inactive" }, 1)).status).toBe(403);
});

test("a category is given other words over the revision that was read; its address stays", async () => {
  await using db = await testDatabase("products");
  const { get, put, as, importCategories } = await open(db);
  const tree = async () => (await get("/catalogue/categories")).body.categories;
  const before = await tree();
  // Children follow their parents.
  expect(before.map(({ id: one }: { id: string }) => one).indexOf(teapots)).toBe(
    before.findIndex(({ id: one }: { id: string }) => one === before[0].id) + 1,
  );
  const words = { name: { en: "Pots for tea", zh: "茶具" }, description: { en: "" } };
  const rename = (revision?: number) => put(`/catalogue/categories/${teapots}`, words, revision);
  expect((await rename()).status).toBe(428);
  const renamed = await rename(1);
  expect(renamed).toMatchObject({ status: 200, body: { ...words, revision: 2 } });
  expect(renamed.headers["etag"]).toBe('"2"');
  expect((await rename(1)).status).toBe(412);
  expect(renamed.body.slug).toEqual(before.find((one: { id: string }) => one.id === teapots).slug);
  expect((await get(`/categories/${teapots}?language=zh`)).body).toMatchObject({ name: "茶具" });
  expect(await said(db, teapots)).toEqual(["category_changed", "category_changed"]);
  // An import that says the old words again is a change as well, and is counted.
  await importCategories(categories);
  expect((await rename(2)).status).toBe(412);
  expect((await put(`/catalogue/categories/${id}`, words, 1)).status).toBe(404);
  as(anna, "customer");
  expect((await get("/catalogue/categories")).status).toBe(403);
});

test("staff read the catalogue by age, either way, and by what was edited last", async () => {
  await using db = await testDatabase("products");
  const { get, put } = await open(db);
  const walk = async (sort: string) => {
    const seen: string[] = [];
    for (let after = ""; ;) {
      const { body } = await get(`/catalogue/products?limit=1&sort=${sort}${after}`);
      for (const { sku } of body.products) seen.push(sku);
      if (!body.next) return seen;
      after = `&after=${body.next}`;
    }
  };
  const newest = await walk("Newest");
  expect(newest.length).toBe(2);
  expect(await walk("Oldest")).toEqual(newest.toReversed());
  const last = newest.at(-1) ?? "";
  const { body } = await get(`/catalogue/products?query=${last}`);
  const at = `/catalogue/products/${body.products[0].id}`;
  expect((await put(at, { ...edit, brand: "Kiln & Co" }, 1)).status).toBe(200);
  expect(await walk("Changed")).toEqual([last, ...newest.slice(0, -1)]);
});
