import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import CartPage, { loader as cartLoader } from "./cart/cart.page.tsx";
import { changeCart } from "./cart/cart.server.ts";
import CategoryPage, { loader as categoryLoader } from "./catalogue/category.page.tsx";
import { SkeletonGrid } from "./catalogue/product-card.tsx";
import ProductPage, { loader as productLoader } from "./catalogue/product.page.tsx";
import { orderWords } from "./orders/order-words.ts";
import CheckoutPage, { loader as checkoutLoader } from "./checkout/checkout.page.tsx";
import HomePage, { loader as homeLoader } from "./home/home.page.tsx";
import LostPage, { loader as lostLoader } from "./layout/lost.page.tsx";
import { ErrorBoundary } from "./root.tsx";
import { filtersIn } from "./search/address.ts";
import { requestOf, routeArgs, sampleVisit } from "./sample/sample-visit.ts";
import SearchPage, { loader as searchLoader } from "./search/search.page.tsx";

type Shown = { page: unknown; at: string; data: unknown; actionData?: unknown; errors?: unknown };

const show = ({ page, at, data, actionData, errors }: Shown) => {
  // A page asks for the full props of its route; the stub supplies the part that matters.
  const Component = page as never;
  const Page = createRoutesStub([
    { id: "page", path: "*", Component, ErrorBoundary: ErrorBoundary as never },
  ]);
  const hydrationData = {
    loaderData: { page: data },
    ...(actionData !== undefined && { actionData: { page: actionData } }),
    ...(errors !== undefined && { errors: { page: errors } }),
  };
  return renderToStaticMarkup(
    <Page initialEntries={[at]} hydrationData={hydrationData as never} />,
  );
};

type Given = { slug?: string; visited?: ReturnType<typeof sampleVisit> };

const at = async (
  path: string,
  loader: (args: never) => unknown,
  page: unknown,
  { visited: { visit } = sampleVisit(), ...params }: Given = {},
) => {
  const data = await loader(routeArgs(visit, requestOf(path), params));
  return show({ page, at: path, data });
};

test("home shows the sentence, what is new, why it suggests things, and what is on sale", async () => {
  const html = await at("/", homeLoader, HomePage);
  for (const text of [
    "Made well, used daily, kept for years.",
    "Orchard lounge chair",
    "Because you looked at the Halden desk lamp",
    "$205",
    "$164",
  ]) {
    expect(html).toContain(text);
  }
});

test("Chinese is written, priced in yuan, and its links stay Chinese", async () => {
  const html = await at("/zh", homeLoader, HomePage);
  expect(html).toContain("做得好，天天用，用很多年");
  expect(html).toContain("¥");
  expect(html).toContain('href="/zh/p/orchard-lounge-chair"');
  expect(html).not.toContain('href="/p/');
});

test("a Chinese heading ends without a full stop, which would stand alone on a line", async () => {
  const broken = (status: number) =>
    show({
      page: HomePage,
      at: "/zh",
      data: null,
      errors: { status, statusText: "", data: null, internal: false },
    });
  const pages = [
    await at("/zh", homeLoader, HomePage),
    await at("/zh/cart", cartLoader, CartPage),
    await at("/zh/search?q=zeppelin", searchLoader, SearchPage),
    await at("/zh/c/ceramics?brand=Nobody", categoryLoader, CategoryPage, { slug: "ceramics" }),
    await at("/zh/p/skerry-mug", productLoader, ProductPage, { slug: "skerry-mug" }),
    ...[401, 404, 429, 503].map(broken),
  ];
  const said = Object.values(orderWords.zh.titles).map((title) => `<h1>${title}</h1>`);
  const headings = [...pages, ...said].flatMap(
    (html) => html.match(/<(h[1-3])[^>]*>.*?<\/\1>/g) ?? [],
  );
  expect(headings.length).toBeGreaterThan(30);
  expect(headings.filter((heading) => /。(<[^>]*>)*$/.test(heading))).toEqual([]);
});

test("a shop without things says so, to who wants to buy and to who runs it", () => {
  const html = show({ page: HomePage, at: "/", data: { newest: [], onSale: [], forYou: [] } });
  expect(html).toContain("The shelves are still empty.");
  expect(html).toContain('href="/admin"');
  const filters = filtersIn(new URLSearchParams("q=mug"));
  const result = { products: [], totalCount: 0, page: 1, pageSize: 24, facets: [] };
  const data = { filters, result, nearest: [], currency: "USD" };
  const found = show({ page: SearchPage, at: "/zh/search?q=mug", data });
  expect(found).toContain("货架还是空的");
  expect(found).not.toContain("<select");
});

test("a listing shows counts, chips and an exact total", async () => {
  const params = { slug: "ceramics" };
  const html = await at(
    "/c/ceramics?inStock=true&priceMin=20&priceMax=90",
    categoryLoader,
    CategoryPage,
    params,
  );
  expect(html).toContain("$20 to $90");
  expect(html).toContain("Skerry mug");
  expect(html).toContain("3 left");
  expect(html).toMatch(/<strong class="num">\d+<\/strong> things/);
  // Works before scripts: a form that asks by address.
  expect(html).toMatch(
    /<form[^>]* method="get"[^>]*id="filters"|<form[^>]*id="filters"[^>]*method="get"/,
  );
});

test("nothing found offers the nearest", async () => {
  const html = await at("/search?q=zeppelin", searchLoader, SearchPage);
  expect(html).toContain("Nothing is called “zeppelin”.");
  expect(html).toContain("Nearest things");
});

test("while results load, cards of the same size stand there", () => {
  const html = show({ page: () => <SkeletonGrid count={3} />, at: "/", data: null });
  expect(html.match(/class="picture"/g)).toHaveLength(3);
});

test("a product shows variants as addresses, sold out ones crossed and not hidden", async () => {
  const html = await at("/p/skerry-mug", productLoader, ProductPage, { slug: "skerry-mug" });
  expect(html).toContain('href="/p/skerry-mug?sku=WR-SKERRY-MUG-CHALK-350"');
  expect(html).toContain("choice swatch gone");
  expect(html).toContain("Rust, sold out");
  expect(html).toContain("What 212 owners say");
  expect(html).toContain("With you ");
});

test("no page carries a style attribute: the content policy allows none", async () => {
  const pages = [
    await at("/", homeLoader, HomePage),
    await at("/p/skerry-mug", productLoader, ProductPage, { slug: "skerry-mug" }),
    await at("/c/ceramics", categoryLoader, CategoryPage, { slug: "ceramics" }),
  ];
  for (const html of pages) expect(html).not.toMatch(/<[^>]+ style=/);
});

test("a product without a picture gets its family's drawing", async () => {
  const params = { slug: "walnut-field-watch" };
  const html = await at("/p/walnut-field-watch", productLoader, ProductPage, params);
  expect(html).toContain("no-picture hue-");
});

test("an empty cart is a cleared table", async () => {
  expect(await at("/cart", cartLoader, CartPage)).toContain("Your cart is empty.");
});

test("a cart line that asks too much says what is left and holds up checkout", async () => {
  const visited = sampleVisit();
  const sku = "WR-SKERRY-MUG-MOSS-350";
  await changeCart(requestOf("/cart", { intent: "add", sku, quantity: "5" }), visited.visit);
  const html = await at("/cart", cartLoader, CartPage, { visited });
  expect(html).toContain("Only 3 left.");
  expect(html).not.toContain('href="/checkout"');
});

test("checkout names every error beside its field and in one list", async () => {
  const visited = sampleVisit();
  const sku = "WR-SKERRY-MUG-MOSS-350";
  await changeCart(requestOf("/cart", { intent: "add", sku, quantity: "1" }), visited.visit);
  const data = await checkoutLoader(routeArgs(visited.visit, requestOf("/checkout")));
  const errors = [{ field: "postalCode", kind: "postalCode" }];
  const html = show({ page: CheckoutPage, at: "/checkout", data, actionData: { ...data, errors } });
  expect(html).toContain('href="#field-postalCode"');
  expect(html).toMatch(/id="field-postalCode"[^>]*aria-describedby="field-postalCode-error"/);
  const paying = { ...data, stage: "pay" };
  expect(show({ page: CheckoutPage, at: "/checkout", data: paying })).toContain("Pay $28.00");
});

test("an address without a page is searched for", async () => {
  const { visit } = sampleVisit();
  const args = routeArgs(visit, requestOf("/things/halden-lamp"));
  const { data, init } = await lostLoader(args);
  expect(init?.status).toBe(404);
  const html = show({ page: LostPage, at: "/things/halden-lamp", data });
  expect(html).toContain('value="halden lamp"');
  expect(html).toContain("Halden desk lamp");
});

test.for([
  [404, "/", "No page lives at this address."],
  [503, "/", "Something broke on our side."],
  [503, "/zh", "我们这边出了点问题"],
  [401, "/orders/x", "This page knows only its owner."],
  [429, "/zh", "一下子来了很多人"],
] as const)("a %i at %s is said in the shopper's words", ([status, path, words]) => {
  const error = { status, statusText: "", data: null, internal: false };
  expect(show({ page: HomePage, at: path, data: null, errors: error })).toContain(words);
});
