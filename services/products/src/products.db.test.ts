import { ProductCard, ProductView, parse, ProductId, UserId } from "@wares/contracts";
import { idOf, newId } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { settle } from "@wares/testkit/tools";
import { publish } from "@wares/platform/database";
import { UserErased } from "@wares/contracts";
import { expect, test } from "vitest";
import {
  blue,
  categories,
  id,
  kitchen,
  lamp,
  lamps,
  prices,
  red,
  teapot,
} from "./product.examples.ts";
import { said, shop } from "./shop.examples.ts";

type Card = { id: string; name: string };
const names = ({ body }: { body: { products: Card[] } }) => body.products.map(({ name }) => name);

test("an empty shop has empty shelves", async () => {
  await using db = await testDatabase("products");
  const { get } = await shop(db);
  expect((await get("/products")).body).toEqual({ products: [] });
  expect((await get("/products?sort=Rating")).body).toEqual({ products: [] });
  expect((await get("/categories")).body).toEqual({ categories: [] });
  expect((await get("/products/nothing")).body.type).toBe("products.not_found");
});

test("a page speaks the reader's language and currency, and knows the stock", async () => {
  await using db = await testDatabase("products");
  const { get, stockUp } = await shop(db, new Map([[blue, 3]]));
  await stockUp();
  const { body } = await get("/products/round-teapot?language=zh&currency=JPY");
  expect(parse(ProductView, body)).toEqual(body);
  expect(body).toMatchObject({
    name: "圆茶壶",
    slugs: teapot.slug,
    price: { amount: 6_400, currency: "JPY" },
    salePrice: { amount: 5_600, currency: "JPY" },
    hasPriceRange: true,
    fact: "炻器",
    familyKey: "kitchen",
    isInStock: true,
    left: 3,
    category: { name: "茶壶" },
    breadcrumbs: [{ name: "厨房" }, { name: "茶壶" }],
    colours: [{ name: "蓝", swatch: "#336699" }, { name: "红" }],
    variants: [
      { sku: blue, available: 3, attributes: { 颜色: "蓝" } },
      { sku: red, available: 0 },
    ],
  });
  expect((await get(`/products/${encodeURIComponent("圆茶壶")}`)).body.id).toBe(id);
  expect((await get(`/products/${id}`)).body.id).toBe(id);
  const [card] = (await get("/products?ids=" + id)).body.products;
  expect(parse(ProductCard, card)).toEqual(card);
  expect((await get("/products/lamp-1?language=zh")).body.name).toBe("Lamp 1");
});

test("what is not on sale yet or any more is missing for shoppers and there for staff", async () => {
  await using db = await testDatabase("products");
  const { get, as, importCategories, importProducts, priceLinesOf, cardsOf } = await shop(db);
  await importCategories(categories);
  await importProducts([lamp(1, { status: "Draft" }), lamp(2, { status: "Inactive" }), lamp(3)]);
  expect(names(await get("/products"))).toEqual(["Lamp 3"]);
  for (const slug of ["lamp-1", "lamp-2"])
    expect((await get(`/products/${slug}`)).status).toBe(404);
  const locale = { language: "en", currency: "USD" } as const;
  const ids = [lamp(3).id, lamp(1).id];
  expect((await cardsOf(ids, locale)).map(({ name }) => name)).toEqual(["Lamp 3"]);
  const lines = await priceLinesOf([lamp(1).sku, lamp(3).sku], "en");
  expect(lines.get(lamp(1).sku)?.isActive).toBe(false);
  expect(lines.get(lamp(3).sku)?.isActive).toBe(true);
  as(newId(UserId), "staff");
  expect((await get("/products/lamp-1")).body).toMatchObject({ status: "Draft" });
});

test("ten thousand lamps are walked through page by page, each seen once", async () => {
  await using db = await testDatabase("products");
  const { get, importCategories, importProducts } = await shop(db);
  await importCategories(categories);
  await importProducts(Array.from({ length: 10_000 }, (_, nth) => lamp(nth)));
  for (const filter of ["", `&categoryId=${lamps}`, "&sort=Rating"]) {
    const seen = new Set<string>();
    let [after, pages] = ["", 0];
    do {
      const { body } = await get(`/products?limit=100${filter}${after}`);
      for (const { id: one } of body.products) seen.add(one);
      after = body.next ? `&after=${body.next}` : "";
      pages += 1;
    } while (after && pages < 200);
    expect([seen.size, pages]).toEqual([10_000, 100]);
  }
}, 60_000);

test("a category shows what is below it, counts it, and has a picture of it", async () => {
  await using db = await testDatabase("products");
  const { get, stockUp } = await shop(db);
  await stockUp();
  expect(names(await get(`/products?categoryId=${kitchen}`))).toEqual(["Round teapot"]);
  expect(names(await get(`/products?categoryId=${lamps}&onSale=true`))).toEqual([]);
  expect(names(await get("/products?onSale=true"))).toEqual(["Round teapot"]);
  const { body } = await get(`/categories/${encodeURIComponent("厨房")}?language=zh`);
  expect(body).toMatchObject({ name: "厨房", productCount: 1, picture: { altText: "一把茶壶" } });
  expect((await get("/categories")).body.categories).toHaveLength(3);
  expect((await get("/categories/nowhere")).status).toBe(404);
});

test.for([
  ["a language we do not speak", "/products?language=fr", "/language"],
  ["a currency we do not take", "/products/round-teapot?currency=BTC", "/currency"],
  ["a cursor of their own", "/products?after=WyJ4Il0.AAAAAAAAAAAAAAAAAAAAAA", "/after"],
  ["a hundred and one", "/products?limit=101", "/limit"],
  ["no id at all", "/products?ids=------------------------------------", "/ids"],
] as const)("%s is refused by name", async ([, url, field]) => {
  await using db = await testDatabase("products");
  const { get } = await shop(db);
  expect((await get(url)).body).toMatchObject({ type: "request.invalid", status: 400, field });
});

test("a cursor of one list does not open another", async () => {
  await using db = await testDatabase("products");
  const { get, importCategories, importProducts } = await shop(db);
  await importCategories(categories);
  await importProducts([lamp(1), lamp(2)]);
  const { next } = (await get("/products?limit=1")).body;
  expect((await get(`/products?limit=1&after=${next}`)).status).toBe(200);
  expect((await get(`/products?limit=1&sort=Rating&after=${next}`)).body.field).toBe("/after");
});

test("text that means something elsewhere is text here", async () => {
  await using db = await testDatabase("products");
  const { get, importCategories, importProducts } = await shop(db);
  await importCategories(categories);
  const hostile = "'; drop table products.products; -- <b>x</b> ‮مرحبا $1 \\";
  await importProducts([lamp(1, { name: { en: hostile }, brand: hostile.slice(0, 100) })]);
  expect((await get("/products/lamp-1")).body).toMatchObject({ name: hostile });
  for (const slug of ["%27%20or%201=1", "%25", "lamp_1", "%5C", "..%2F..%2Fetc"])
    expect((await get(`/products/${slug}`)).status).toBe(404);
});

test("one opinion per person: a second one takes the place of the first", async () => {
  await using db = await testDatabase("products");
  const wares = await shop(db);
  const { get, post, as, stockUp } = wares;
  await stockUp();
  const url = `/products/${id}/reviews`;
  const review = { rating: 2, title: "Hm", text: "It drips.", language: "en", author: "Anna" };
  expect((await post(url, review)).status).toBe(401);
  const anna = newId(UserId);
  as(anna, "customer");
  const first = await post(url, review);
  expect(first.status).toBe(201);
  const second = await post(url, { ...review, rating: 5, text: "It does not." });
  expect([second.status, second.body.id]).toEqual([200, first.body.id]);
  as(newId(UserId), "customer");
  await post(url, { ...review, rating: 4, author: "Ben" });
  expect((await get(url)).body).toMatchObject({
    histogram: [0, 0, 0, 1, 1],
    rating: { average: 4.5, count: 2 },
    reviews: [{ author: "Ben" }, { text: "It does not." }],
  });
  expect((await get(`${url}?rating=4`)).body.reviews).toHaveLength(1);
  expect((await get("/products/round-teapot")).body.rating).toEqual({ average: 4.5, count: 2 });
  const { rows } = await db.query(
    "select data from platform.outbox where type = 'products.review_added' order by position",
  );
  expect(rows.map(({ data }) => [data.ratingSum, data.ratingCount])).toEqual([
    [2, 1],
    [5, 1],
    [9, 2],
  ]);
  expect((await post(`/products/${idOf(ProductId, "none")}/reviews`, review)).status).toBe(404);
  expect((await post(url, { ...review, rating: 6 })).body.field).toBe("/rating");

  await publish(db, [UserErased({ userId: anna })]);
  await settle(db, [wares.service]);
  expect((await get(url)).body.reviews[1]).toMatchObject({ author: "A customer", rating: 5 });
});

test("fifty people review at once, and every star is counted", async () => {
  await using db = await testDatabase("products");
  const { importReviews, stockUp, get } = await shop(db);
  await stockUp();
  const reviews = Array.from({ length: 50 }, (_, nth) => ({
    id: idOf(ProductId, "review", String(nth)) as never,
    productId: id,
    userId: idOf(UserId, String(nth)),
    rating: (nth % 5) + 1,
    title: "t",
    text: "x",
    language: "en" as const,
    author: "a",
    createdAt: "2026-11-25T09:30:00.000Z",
  }));
  await Promise.all(reviews.map((review) => importReviews([review])));
  expect(await importReviews(reviews)).toEqual({ added: 0 });
  const { body } = await get(`/products/${id}/reviews?limit=50`);
  expect([body.histogram, body.reviews.length]).toEqual([[10, 10, 10, 10, 10], 50]);
  expect((await get("/products/round-teapot")).body.rating).toEqual({ average: 3, count: 50 });
  expect((await said(db, id)).filter((type) => type === "review_added")).toHaveLength(50);
});

test("price lines know names, attributes and prices of whoever is asked for, together", async () => {
  await using db = await testDatabase("products");
  const { priceLinesOf, productOfSku, stockUp } = await shop(db);
  await stockUp();
  const [one, other] = await Promise.all([
    priceLinesOf([red], "zh"),
    priceLinesOf([blue, "NOTHING" as typeof blue], "en"),
  ]);
  expect([...one.values()]).toMatchObject([
    {
      productId: id,
      name: "圆茶壶",
      attributes: { 颜色: "红" },
      salePrices: prices(2_800),
      isActive: true,
    },
  ]);
  expect([...other.values()]).toMatchObject([
    { slug: "round-teapot", imageUrl: teapot.images[0]?.url },
  ]);
  expect((await priceLinesOf([teapot.sku], "en")).get(teapot.sku)).toMatchObject({
    isActive: false,
  });
  expect(await productOfSku([blue])).toEqual(new Map([[blue, id]]));
});
