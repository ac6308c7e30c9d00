import {
  CategoryChanged,
  CategoryId,
  InventoryUpdated,
  parse,
  ProductCreated,
  ProductId,
  Sku,
  type PriceTable,
  type Product,
  type SearchQuery,
} from "@wares/contracts";
import { idOf } from "@wares/platform";

export const prices = (usd: number): PriceTable => ({
  USD: usd,
  EUR: usd,
  GBP: usd,
  JPY: usd * 2,
  CNY: usd * 7,
});
export const kitchen = idOf(CategoryId, "kitchen");
export const teapots = idOf(CategoryId, "teapots");
export const audio = idOf(CategoryId, "audio");
export const idFor = (name: string) => idOf(ProductId, name);
export const skuFor = (name: string) => parse(Sku, name.replaceAll(/[^!-~]+/g, "-") || "X");

export const product = (name: string, change: Partial<Product> = {}): Product => ({
  id: idFor(name),
  revision: 1,
  status: "Active",
  slug: { en: name.toLowerCase().replaceAll(" ", "-") },
  name: { en: name },
  description: { en: "" },
  brand: "Kiln",
  categoryId: teapots,
  categoryPath: [kitchen, teapots],
  sku: skuFor(name),
  prices: prices(2_000),
  attributes: { en: {} },
  variants: [],
  images: [],
  createdAt: "2026-11-25T09:30:00.000Z",
  ...change,
});

const sound = { categoryId: audio, categoryPath: [audio], brand: "Echo" };
export const shelf: readonly Product[] = [
  product("Blue teapot", {
    name: { en: "Blue teapot", zh: "蓝色茶壶" },
    attributes: { en: { Material: "Stoneware" }, zh: { 材质: "炻器" } },
    prices: prices(3_000),
    createdAt: "2026-11-01T00:00:00.000Z",
  }),
  product("Glass teapot", {
    attributes: { en: { Material: "Glass" } },
    prices: prices(4_500),
    salePrices: prices(900),
  }),
  product("Tea cups, set of four", { description: { en: "They go with the blue teapot." } }),
  product("Wireless headphones", {
    ...sound,
    name: { en: "Wireless headphones", zh: "无线蓝牙耳机" },
    attributes: { en: { Material: "Aluminium" } },
    prices: prices(19_900),
  }),
  product("USB hub", { ...sound, prices: prices(1_500), description: { en: "Four ports." } }),
];

export const category = (id: CategoryId, en: string, zh: string, path: readonly CategoryId[]) =>
  CategoryChanged({
    categoryId: id,
    level: path.length - 1,
    path: [...path],
    slug: { en: en.toLowerCase(), zh },
    name: { en, zh },
  });
export const categories = [
  category(kitchen, "Kitchen", "厨房", [kitchen]),
  category(teapots, "Teapots", "茶壶", [kitchen, teapots]),
  category(audio, "Audio", "音响", [audio]),
];
export const created = (one: Product) => ProductCreated({ productId: one.id, product: one });
export const stocked = (name: string, available: number, revision = 1) =>
  InventoryUpdated({
    sku: skuFor(name),
    location: "main",
    oldQuantity: 0,
    newQuantity: available,
    oldAvailable: 0,
    newAvailable: available,
    reason: "Purchase",
    revision,
  });

export const asked = (query: string, change: Partial<SearchQuery> = {}): SearchQuery => ({
  language: "en",
  currency: "USD",
  query,
  sortBy: "Relevance",
  page: 1,
  pageSize: 24,
  ...change,
});
