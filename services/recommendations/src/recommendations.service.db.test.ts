import {
  BuyerId,
  GuestId,
  OrderId,
  OrderPaid,
  parse,
  Product,
  ProductCreated,
  ProductId,
  ProductViewed,
  Sku,
  UserErased,
  UserId,
  type ProductCard,
} from "@wares/contracts";
import { idOf, newId } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { testDatabase } from "@wares/testkit/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recommendationsService } from "./recommendations.service.ts";

const golden = new URL("../../../packages/contracts/golden/", import.meta.url);
const sample = JSON.parse(
  readFileSync(new URL("products.product_created.1.json", golden), "utf8"),
).product;
const productOf = (word: string, change: Partial<Product> = {}) => {
  const id = idOf(ProductId, word);
  const product = parse(Product, {
    ...sample,
    id,
    name: { en: word },
    sku: word.replaceAll(" ", "-"),
    status: "Active",
    variants: [],
    ...change,
  });
  return ProductCreated({ productId: id, product });
};
const idsOf = (...words: string[]) => words.map((word) => idOf(ProductId, word));
const eur = { amount: 1_000, currency: "EUR" } as const;
const paid = (buyerId: BuyerId, ...words: string[]) =>
  OrderPaid({
    orderId: newId(OrderId),
    buyerId,
    items: words.map((word, nth) => ({
      id: nth + 1,
      productId: idOf(ProductId, word),
      name: word,
      sku: parse(Sku, word),
      quantity: 1,
      unitPrice: eur,
      totalPrice: eur,
      attributes: {},
    })),
    total: eur,
  });

const open = async () => {
  const db = await testDatabase("recommendations");
  const cardsOf = async (ids: readonly ProductId[]) =>
    ids.map((id): ProductCard => ({
      id,
      sku: parse(Sku, "X"),
      slug: id,
      name: id,
      brand: "",
      price: eur,
      hasPriceRange: false,
      colours: [],
      isInStock: true,
      createdAt: "2026-11-25T00:00:00.000Z",
    }));
  const { service } = recommendationsService(testTools(db), { cardsOf });
  let principal: Principal = { roles: [] };
  const app = await testServer([service], () => principal);
  return {
    db,
    become: (next: Principal) => (principal = next),
    tell: async (...events: Parameters<typeof publish>[1]) => {
      await transact(db, (tx) => publish(tx, events));
      await settle(db, [service]);
    },
    ask: async (search = "") => {
      const response = await app.inject({ url: `/api/v1/recommendations?${search}` });
      if (response.statusCode !== 200) throw new Error(response.body);
      const { items } = response.json<{ items: { product: { id: string }; reason: object }[] }>();
      return items.map(({ product, reason }) => ({ id: product.id, ...reason }));
    },
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  };
};
const buyer = (word: string) => parse(BuyerId, idOf(GuestId, word));

test("a shop without customers recommends what is new, and an empty one nothing", async () => {
  await using shop = await open();
  expect(await shop.ask()).toEqual([]);
  await shop.tell(productOf("teapot"));
  expect(await shop.ask("limit=3")).toEqual([]); // cached for a moment
  shop.become({ roles: [], guestId: idOf(GuestId, "somebody") });
});

test("what is bought together is found as soon as it was paid, and says why", async () => {
  await using shop = await open();
  await shop.tell(productOf("teapot"), productOf("cup"), productOf("lamp"), productOf("tray"));
  await shop.tell(
    paid(buyer("a"), "teapot", "cup"),
    paid(buyer("b"), "teapot", "cup"),
    paid(buyer("c"), "teapot", "tray"),
  );
  const [teapot, cup] = idsOf("teapot", "cup");
  const found = await shop.ask(`productId=${teapot}`);
  expect(found[0]).toEqual({ id: cup, kind: "BoughtTogether", because: "teapot" });
  expect(found.map(({ id }) => id)).not.toContain(teapot);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

test("a person gets what follows from what they did, without what they had", async () => {
  await using shop = await open();
  const me = buyer("me");
  const [teapot, cup] = idsOf("teapot", "cup");
  await shop.tell(...["teapot", "cup", "lamp"].map((word) => productOf(word)));
  await shop.tell(
    paid(buyer("a"), "teapot", "cup"),
    ProductViewed({
      buyerId: me,
      productId: parse(ProductId, teapot),
      source: "home",
      durationMs: 9,
    }),
  );
  shop.become({ roles: [], guestId: me as GuestId });
  const found = await shop.ask();
  expect(found[0]).toEqual({ id: cup, kind: "BecauseYouViewed", because: "teapot" });
  expect(found.map(({ id }) => id)).not.toContain(teapot);
});

test("products that are alike in rare ways come before the rest of their family", async () => {
  await using shop = await open();
  const made = (Material: string) => ({ attributes: { en: { Material } } });
  await shop.tell(
    productOf("oak stool", made("Oak")),
    productOf("oak bench", made("Oak")),
    ...["a", "b", "c"].map((word) => productOf(`${word} thing`, made("Steel"))),
  );
  const [stool, bench] = idsOf("oak stool", "oak bench");
  expect((await shop.ask(`productId=${stool}`))[0]).toMatchObject({ id: bench, kind: "Similar" });
});

test("an order told twice counts once, and who is erased is forgotten", async () => {
  await using shop = await open();
  const userId = newId(UserId);
  const order = paid(parse(BuyerId, userId), "teapot", "cup");
  await shop.tell(productOf("teapot"), productOf("cup"));
  await shop.tell(order, order);
  const bought = await shop.db.query("select bought from recommendations.products");
  expect(bought.rows).toEqual([{ bought: 1 }, { bought: 1 }]);
  await shop.tell(UserErased({ userId }));
  const left = await shop.db.query(
    "select (select count(*) from recommendations.behaviours) + (select count(*) from recommendations.purchases) as left",
  );
  expect(left.rows).toEqual([{ left: 0 }]);
});
