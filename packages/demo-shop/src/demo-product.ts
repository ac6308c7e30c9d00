export type Bilingual = Readonly<{ en: string; zh: string }>;
/** Integer minor units: cents, pence, fen. Yen have none. */
export type Prices = Readonly<{ USD: number; EUR: number; GBP: number; JPY: number; CNY: number }>;

export type DemoVariant = Readonly<{
  /** A tone in which the picture of the product's form exists. */
  tone?: string;
  size?: Bilingual;
  colour?: Bilingual;
  stock: number;
  /** Where it differs from the product's. */
  prices?: Prices;
}>;

export type DemoReview = Readonly<{
  author: string;
  rating: 1 | 2 | 3 | 4 | 5;
  language: "en" | "zh";
  title: string;
  text: string;
  daysAgo: number;
}>;

export type DemoProduct = Readonly<{
  /** Unique and stable: ids, SKUs and the English slug are made from it. */
  key: string;
  family: string;
  form: string;
  brand: string;
  name: Bilingual;
  description: Bilingual;
  attributes: readonly Readonly<{ name: Bilingual; value: Bilingual }>[];
  prices: Prices;
  salePrices?: Prices;
  variants: readonly DemoVariant[];
  reviews: readonly DemoReview[];
  /** When it was launched. */
  daysAgo: number;
}>;

export type DemoFamily = Readonly<{
  key: string;
  name: Bilingual;
  description: Bilingual;
  products: readonly DemoProduct[];
}>;
