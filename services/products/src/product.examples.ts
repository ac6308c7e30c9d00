import {
  CategoryId,
  ImageId,
  parse,
  ProductId,
  Sku,
  VariantId,
  type NewCategoryRequest,
  type NewProductRequest,
  type PriceTable,
  type Product,
} from "@wares/contracts";
import { idOf } from "@wares/platform";

export const prices = (usd: number): PriceTable => ({
  USD: usd,
  EUR: usd - 100,
  GBP: usd - 200,
  JPY: usd * 2,
  CNY: usd * 7,
});

export const kitchen = idOf(CategoryId, "kitchen");
export const teapots = idOf(CategoryId, "teapots");
export const lamps = idOf(CategoryId, "lamps");
const category = (id: CategoryId, en: string, zh: string, parentId?: CategoryId) => ({
  id,
  slug: { en: en.toLowerCase(), zh },
  name: { en, zh },
  description: { en: `All ${en.toLowerCase()}`, zh: `全部${zh}` },
  ...(parentId && { parentId }),
  sortOrder: 1,
});
export const categories: readonly NewCategoryRequest[] = [
  category(teapots, "Teapots", "茶壶", kitchen),
  category(kitchen, "Kitchen", "厨房"),
  category(lamps, "Lamps", "灯具"),
];

const blueId = parse(VariantId, "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0b01");
const redId = parse(VariantId, "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0b02");
export const picture = {
  id: parse(ImageId, "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0b03"),
  url: "/pictures/teapot-front-celadon",
  altText: { en: "A teapot", zh: "一把茶壶" },
  isPrimary: true,
  sortOrder: 0,
};

export const id = idOf(ProductId, "teapot");
export const blue = parse(Sku, "TEAPOT-BLUE");
export const red = parse(Sku, "TEAPOT-RED");
export const teapot: Product = {
  id,
  revision: 1,
  status: "Active",
  slug: { en: "round-teapot", zh: "圆茶壶" },
  name: { en: "Round teapot", zh: "圆茶壶" },
  description: { en: "Pours without a drip.", zh: "倒茶不滴。" },
  brand: "Kiln & Co",
  categoryId: teapots,
  categoryPath: [kitchen, teapots],
  sku: parse(Sku, "TEAPOT"),
  prices: prices(3_000),
  attributes: {
    en: { Capacity: "1 l", Material: "Stoneware" },
    zh: { 容量: "1 升", 材质: "炻器" },
  },
  variants: [
    {
      id: blueId,
      sku: blue,
      attributes: { en: { Colour: "Blue" }, zh: { 颜色: "蓝" } },
      swatch: "#336699",
      prices: prices(3_000),
      images: [picture.id],
    },
    {
      id: redId,
      sku: red,
      attributes: { en: { Colour: "Red" }, zh: { 颜色: "红" } },
      swatch: "#993333",
      prices: prices(3_200),
      salePrices: prices(2_800),
      images: [],
    },
  ],
  images: [picture],
  createdAt: "2026-11-25T09:30:00.000Z",
};

/** A product without choices, different for each number. */
export const lamp = (nth: number, change: Partial<Product> = {}): Product => ({
  id: idOf(ProductId, "lamp", String(nth)),
  revision: 1,
  status: "Active",
  slug: { en: `lamp-${nth}` },
  name: { en: `Lamp ${nth}` },
  description: { en: "It shines." },
  brand: "Lumen",
  categoryId: lamps,
  categoryPath: [lamps],
  sku: parse(Sku, `LAMP-${nth}`),
  prices: prices(1_000 + nth),
  attributes: { en: { Watt: String(nth) } },
  variants: [],
  images: [],
  createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(nth / 2) * 1_000).toISOString(),
  ...change,
});

export const newProduct = (
  name: string,
  change: Partial<NewProductRequest> = {},
): NewProductRequest => ({
  id: idOf(ProductId, "new", name),
  status: "Draft",
  name: { en: name },
  description: { en: "" },
  brand: "Kiln & Co",
  categoryId: teapots,
  attributes: { en: {} },
  images: [],
  prices: prices(3_000),
  variants: [],
  ...change,
});
