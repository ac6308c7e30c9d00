import type {
  Bilingual,
  DemoFamily,
  DemoProduct,
  DemoReview,
  DemoVariant,
  Prices,
} from "./demo-product.ts";
import { tones, type ToneName } from "./tones.ts";

// The short hand in which the shop is written: two hundred products stay readable when a
// product is a dozen lines and a review is one.

/** English, then Chinese. */
export type Pair = readonly [en: string, zh: string];
/** As on a price tag, in whole dollars, euros, pounds, yen and yuan. */
export type Tag = readonly [USD: number, EUR: number, GBP: number, JPY: number, CNY: number];
export type Size = readonly [en: string, zh: string, tag?: Tag];
export type ReviewLine = readonly [
  rating: DemoReview["rating"],
  language: DemoReview["language"],
  author: string,
  daysAgo: number,
  title: string,
  text: string,
];

export type Draft<Fact extends string> = Readonly<{
  key: string;
  form: string;
  brand: string;
  name: Pair;
  about: Pair;
  facts: Readonly<Partial<Record<Fact, Pair>>>;
  price: Tag;
  sale?: Tag;
  variants: readonly DemoVariant[];
  daysAgo: number;
}>;

type FamilyDraft<Fact extends string> = Readonly<{
  key: string;
  name: Pair;
  about: Pair;
  /** What a specification in this family may speak of, in the order it is shown. */
  facts: Readonly<Record<Fact, Pair>>;
  products: readonly Draft<NoInfer<Fact>>[];
  reviews: Readonly<Record<string, readonly ReviewLine[]>>;
}>;

export const bilingual = ([en, zh]: Pair): Bilingual => ({ en, zh });

export const prices = ([USD, EUR, GBP, JPY, CNY]: Tag): Prices => ({
  USD: USD * 100,
  EUR: EUR * 100,
  GBP: GBP * 100,
  JPY,
  CNY: CNY * 100,
});

type StockByTone<Stock> = Readonly<Partial<Record<ToneName, Stock>>>;

const eachTone = <Stock>(stock: StockByTone<Stock>): readonly [ToneName, Stock][] =>
  Object.entries(stock) as [ToneName, Stock][];

const coloured = (tone: ToneName) => ({ tone, colour: tones[tone].name });

/** One variant a colour: `inTones({ celadon: 40, ink: 0 })`. */
export const inTones = (stock: StockByTone<number>): readonly DemoVariant[] =>
  eachTone(stock).map(([tone, left]) => ({ ...coloured(tone), stock: left }));

/** Every colour in every size; a colour's stock is written size by size. */
export const inSizes = (
  sizes: readonly Size[],
  stock: StockByTone<readonly number[]>,
): readonly DemoVariant[] =>
  eachTone(stock).flatMap(([tone, left]) =>
    sizes.map(([en, zh, tag], nth) => ({
      ...coloured(tone),
      size: { en, zh },
      stock: left[nth] ?? 0,
      ...(tag && { prices: prices(tag) }),
    })),
  );

const review = ([rating, language, author, daysAgo, title, text]: ReviewLine): DemoReview => ({
  author,
  rating,
  language,
  title,
  text,
  daysAgo,
});

export const family = <Fact extends string>(draft: FamilyDraft<Fact>): DemoFamily => {
  const order = Object.keys(draft.facts) as Fact[];
  const attributes = (facts: Draft<Fact>["facts"]) =>
    order.flatMap((fact) => {
      const value = facts[fact];
      return value ? [{ name: bilingual(draft.facts[fact]), value: bilingual(value) }] : [];
    });
  const strays = new Set(Object.keys(draft.reviews));
  for (const { key } of draft.products) strays.delete(key);
  if (strays.size > 0) throw new Error(`${draft.key}: reviews of nothing: ${[...strays].join()}`);
  const product = (one: Draft<Fact>): DemoProduct => ({
    key: one.key,
    family: draft.key,
    form: one.form,
    brand: one.brand,
    name: bilingual(one.name),
    description: bilingual(one.about),
    attributes: attributes(one.facts),
    prices: prices(one.price),
    ...(one.sale && { salePrices: prices(one.sale) }),
    variants: one.variants,
    reviews: (draft.reviews[one.key] ?? []).map(review),
    daysAgo: one.daysAgo,
  });
  return {
    key: draft.key,
    name: bilingual(draft.name),
    description: bilingual(draft.about),
    products: draft.products.map(product),
  };
};
