import type { NewCategoryRequest, Product } from "@wares/contracts";
import { families, tones } from "@wares/demo-shop";
import { Refused } from "@wares/platform";
import type { Progress } from "../progress.ts";
import { demoCatalogue, type NewReview, type NewStock } from "./demo-catalogue.ts";
import { readForms } from "./pictures.ts";

type Imported = Readonly<{ created: number; updated: number; unchanged: number }>;

/** What the seed needs of the services, as plain functions. */
export type SeedNeeds = Readonly<{
  catalogue: Readonly<{
    importCategories: (requests: readonly NewCategoryRequest[]) => Promise<unknown>;
    importProducts: (products: readonly Product[]) => Promise<Imported>;
    importReviews: (reviews: readonly NewReview[]) => Promise<{ added: number }>;
  }>;
  importStock: (rows: readonly NewStock[]) => Promise<void>;
  createCoupon?: (coupon: typeof welcome) => Promise<unknown>;
  now: Date;
  progress?: Progress;
}>;

export type Seeded = Readonly<{ products: Imported; reviews: number; coupons: number }>;

const welcome = {
  code: "WELCOME10",
  percentOff: 10,
  minimumSubtotal: 0,
  usesPerBuyerMax: 1,
} as const;

const productsAtOnce = 50;

/** Puts the demo shop on the shelves. Asked again, it adds what is missing and changes nothing else. */
export const seedDemo = async ({
  catalogue,
  importStock,
  createCoupon,
  now,
  progress,
}: SeedNeeds): Promise<Seeded> => {
  const demo = demoCatalogue(families, tones, now, readForms());
  const total = demo.products.length;
  await catalogue.importCategories(demo.categories);
  const sum = { created: 0, updated: 0, unchanged: 0 };
  for (let start = 0; start < total; start += productsAtOnce) {
    const part = await catalogue.importProducts(demo.products.slice(start, start + productsAtOnce));
    sum.created += part.created;
    sum.updated += part.updated;
    sum.unchanged += part.unchanged;
    progress?.at({ done: Math.min(total, start + productsAtOnce), total });
  }
  await importStock(demo.stock);
  const { added } = await catalogue.importReviews(demo.reviews);
  const coupons = createCoupon ? await orKnown(createCoupon(welcome)) : 0;
  progress?.end({ done: total, total });
  return { products: sum, reviews: added, coupons };
};

const orKnown = async (creation: Promise<unknown>): Promise<number> => {
  try {
    await creation;
    return 1;
  } catch (error) {
    if (error instanceof Refused && error.refusal.refusal === "pricing.coupon_exists") return 0;
    throw error;
  }
};
