// Test support: answers for the catalogue, typed by the contracts so that they stay honest.
import {
  type Category,
  CategoryId,
  type Currency,
  type Facet,
  type Language,
  type Money,
  parse,
  type ProductCard,
  ProductId,
  type ProductView,
  ReviewId,
  type ReviewList,
  type SearchResult,
  Sku,
  VariantId,
} from "@wares/contracts";
import {
  families,
  type SampleProduct,
  sampleProducts,
  type Tone,
  tones,
} from "./sample-products.ts";

export type Asked = { language: Language; currency: Currency };
const rates: Record<Currency, number> = { USD: 1, EUR: 0.92, GBP: 0.8, JPY: 1.5, CNY: 7.1 };
const day = 86_400_000;

export const sampleId = (kind: number, place: number) =>
  `0190b0c0-${kind.toString(16).padStart(4, "0")}-7000-8000-${place.toString(16).padStart(12, "0")}`;

export const money = (cents: number, currency: Currency): Money => {
  const whole = Math.round((cents * rates[currency]) / 100) * 100;
  return { amount: currency === "JPY" ? Math.round(cents * rates.JPY) : whole, currency };
};

const nameOf = (product: SampleProduct, language: Language) => product[language];
const toneName = (tone: Tone, language: Language) => (language === "zh" ? tones[tone][1] : tone);
const pictureOf = (url: string, altText: string) => ({ url: `/pictures/${url}`, altText });

export const sampleCategories = ({ language }: Asked): Category[] =>
  families.map(([slug, en, zh, picture], place) => {
    const id = parse(CategoryId, sampleId(2, place));
    const name = language === "zh" ? zh : en;
    return {
      id,
      slug,
      name,
      description:
        language === "zh"
          ? "来自小作坊的好东西，都能进洗碗机，大多能进烤箱。"
          : "From six small makers. All of it goes in the dishwasher; most of it goes in the oven.",
      level: 0,
      path: [id],
      productCount: sampleProducts.filter(({ family }) => family === slug).length,
      ...(picture && { picture: pictureOf(picture, name) }),
    };
  });

export const sampleCard = (product: SampleProduct, asked: Asked): ProductCard => {
  const { language, currency } = asked;
  const name = nameOf(product, language);
  return {
    id: parse(ProductId, sampleId(1, sampleProducts.indexOf(product))),
    sku: parse(Sku, variantSku(product, product.tones[0] ?? "Moss", product.sizes?.[1])),
    slug: product.slug,
    name,
    brand: product.brand,
    price: money(product.price, currency),
    ...(product.salePrice && { salePrice: money(product.salePrice, currency) }),
    hasPriceRange: false,
    ...(product.picture && { picture: pictureOf(product.picture, name) }),
    rating: { average: 4.8, count: 212 },
    colours: product.tones.map((tone) => ({
      name: toneName(tone, language),
      swatch: tones[tone][0],
    })),
    fact: product.facts[language === "zh" ? 1 : 0],
    familyKey: product.family,
    isInStock: product.left !== 0,
    ...(product.left && { left: product.left }),
    createdAt: new Date(
      Date.UTC(2026, 10, 20) - sampleProducts.indexOf(product) * day,
    ).toISOString(),
  };
};

const variantSku = (product: SampleProduct, tone: Tone, size?: string) =>
  [`WR-${product.slug}`, tone, size?.replace(" ml", "")].filter(Boolean).join("-").toUpperCase();

export const sampleVariants = (product: SampleProduct, { language, currency }: Asked) =>
  product.tones.flatMap((tone, at) =>
    (product.sizes ?? [undefined]).map((size, sizeAt) => {
      const isGone = tone === "Rust" || size === "500 ml";
      return {
        id: parse(VariantId, sampleId(3, sampleProducts.indexOf(product) * 100 + at * 10 + sizeAt)),
        sku: parse(Sku, variantSku(product, tone, size)),
        attributes: {
          [language === "zh" ? "颜色" : "Colour"]: toneName(tone, language),
          ...(size && { [language === "zh" ? "容量" : "Size"]: size }),
        },
        swatch: tones[tone][0],
        price: money(product.price, currency),
        ...(product.salePrice && { salePrice: money(product.salePrice, currency) }),
        available: product.left === 0 || (product.sizes && isGone) ? 0 : (product.left ?? 24),
        images: [],
      };
    }),
  );

export const sampleView = (product: SampleProduct, asked: Asked): ProductView => {
  const { language } = asked;
  const card = sampleCard(product, asked);
  const category = sampleCategories(asked).find(({ slug }) => slug === product.family);
  if (!category) throw new Error("a sample product has a family");
  const isMug = product.slug === "skerry-mug";
  const pictures = isMug
    ? ["mug-moss", "mug-moss-detail", "mug-moss-pair", "set-moss"]
    : [product.picture ?? ""].filter(Boolean);
  return {
    ...card,
    description:
      language === "zh"
        ? "四十个一批拉坯，上两遍釉，一次烧成。底部壁稍厚，因为热量先从那里散去。\n\n釉在杯口流得薄，透出泥色，每只略有不同。底足不上釉，磨平了，不会划伤桌面。"
        : "Thrown in batches of forty, dipped twice, fired once. The wall is a little thicker at the foot, where the heat leaves first.\n\nThe glaze runs thin over the lip and lets the clay show through, a little differently on each. The foot is left bare and sanded, and will not scratch a table.",
    status: "Active",
    category,
    breadcrumbs: [category],
    attributes:
      language === "zh"
        ? { 容量: "满杯 350 毫升", 尺寸: "Ø 86 毫米，高 94 毫米", 重量: "362 克 ± 15 克" }
        : {
            Holds: "350 ml to the rim, 310 ml in use",
            Size: "Ø 86 mm, 94 mm high, handle 28 mm",
            Weight: "362 g ± 15 g",
            "Clay and glaze": "Stoneware, lead-free gloss glaze",
            "Good in": "Dishwasher, microwave, oven to 220 °C",
          },
    images: pictures.map((url, place) => ({ id: `${place}`, ...pictureOf(url, card.name) })),
    variants: sampleVariants(product, asked),
    slugs: { en: product.slug, zh: product.slug },
    updatedAt: card.createdAt,
  };
};

const reviewTexts = [
  [
    5,
    "Four winters, two house moves, no chips",
    "We have six. The handle takes three fingers, which sounds like nothing until you go back to one that takes two.",
    "Ingrid H.",
  ],
  [
    4,
    "Heavier than it looks",
    "Lovely glaze and the coffee really is warm ten minutes later. I find it heavy with a full 350 inside.",
    "Tomas",
  ],
  [
    5,
    "They mended mine",
    "Dropped it in the sink and took a flake off the rim. Sent a photo, sent the mug, had it back re-fired in nine days.",
    "R. Okafor",
  ],
] as const;

export const sampleReviews = (stars: number | undefined): ReviewList => ({
  reviews: reviewTexts
    .filter(([rating]) => stars === undefined || rating === stars)
    .map(([rating, title, text, author], place) => ({
      id: parse(ReviewId, sampleId(4, place)),
      author,
      rating,
      title,
      text,
      language: "en",
      createdAt: new Date(Date.UTC(2026, 10, 9 - place * 9)).toISOString(),
    })),
  histogram: [1, 3, 6, 24, 178],
  rating: { average: 4.8, count: 212 },
});

/** A plain search over a handful of things: enough for every face of the page. */
export const sampleSearch = (params: URLSearchParams, asked: Asked): SearchResult => {
  const words = (params.get("query") ?? "").toLowerCase();
  const category = sampleCategories(asked).find(({ id }) => id === params.get("categoryId"))?.slug;
  const within = sampleProducts.filter(
    (product) =>
      (!category || product.family === category) &&
      `${product.en} ${product.zh} ${product.facts.join(" ")}`.toLowerCase().includes(words),
  );
  const brands = params.getAll("brand");
  const colours = params.getAll("attribute").map((text) => text.slice(text.indexOf(":") + 1));
  const found = within
    .filter(({ brand }) => brands.length === 0 || brands.includes(brand))
    .filter(({ left }) => params.get("inStock") !== "true" || left !== 0)
    .filter(({ salePrice }) => params.get("onSale") !== "true" || salePrice)
    .filter(
      (product) =>
        colours.length === 0 ||
        product.tones.some((tone) => colours.includes(toneName(tone, asked.language))),
    );
  const pageSize = Number(params.get("pageSize") ?? 24);
  const page = Number(params.get("page") ?? 1);
  const products = found.map((product) => sampleCard(product, asked));
  if (params.get("sortBy") === "Price") {
    products.sort((one, other) => one.price.amount - other.price.amount);
    if (params.get("sortOrder") === "Desc") products.reverse();
  }
  return {
    products: products.slice((page - 1) * pageSize, page * pageSize),
    totalCount: products.length,
    page,
    pageSize,
    facets: sampleFacets(within, asked),
  };
};

const sampleFacets = (within: SampleProduct[], { language }: Asked): Facet[] => {
  const count = (is: (product: SampleProduct) => boolean) => within.filter(is).length;
  const colours = (Object.keys(tones) as Tone[]).slice(0, 7).map((tone) => ({
    value: toneName(tone, language),
    label: toneName(tone, language),
    count: count((product) => product.tones.includes(tone)),
    swatch: tones[tone][0],
  }));
  const brands = [...new Set(within.map(({ brand }) => brand))].map((brand) => ({
    value: brand,
    label: brand,
    count: count((product) => product.brand === brand),
  }));
  const bars = [0, 25, 50, 100, 200, 400].map((low, place, all) => ({
    value: `${low}-${all[place + 1] ?? ""}`,
    label: `${low}`,
    count: count(({ price }) => price >= low * 100 && price < (all[place + 1] ?? 1e6) * 100),
  }));
  const stock = { value: "true", label: "In stock", count: count(({ left }) => left !== 0) };
  return [
    { field: language === "zh" ? "颜色" : "Colour", kind: "attribute", values: colours },
    { field: "price", kind: "price", values: bars },
    { field: "availability", kind: "stock", values: [stock] },
    { field: "brand", kind: "brand", values: brands },
  ];
};
