import type { User } from "@wares/contracts";
import { categoryId, sampleProducts } from "./sample-data.ts";
import { matches, missing, page, type Route } from "./sample-kit.ts";

export const otherRoutes = (users: readonly User[]): Route[] => [
  [
    "GET",
    /^categories$/,
    ({ url }) => ({
      categories: [
        {
          id: categoryId,
          slug: "ceramics",
          name: url.searchParams.get("language") === "zh" ? "陶器" : "Ceramics",
          description: "",
          level: 0,
          path: [categoryId],
          productCount: 8,
        },
      ],
    }),
  ],

  [
    "GET",
    /^users$/,
    ({ url }) => {
      const found = users.filter(({ email, profile }) =>
        matches(url, email, profile.firstName, profile.lastName),
      );
      const { some, next } = page(found, url);
      const customers = some.map(({ profile, ...user }) => ({ ...user, ...profile }));
      return { customers, ...next, totalCount: found.length, countedMax: 10_000 };
    },
  ],
  ["GET", /^users\/([^/]+)$/, (_, id) => users.find((user) => user.id === id) ?? missing],
  ["GET", /^analytics\/sales$/, ({ url }) => salesOf(url)],
  [
    "GET",
    /^analytics\/top-products$/,
    ({ url }) => ({
      products: sampleProducts().map(({ id, name, prices }, n) => ({
        productId: id,
        name: name.en,
        units: 218 - n * 21,
        gross: { amount: (218 - n * 21) * prices.EUR, currency: currencyOf(url) },
      })),
    }),
  ],
  [
    "GET",
    /^analytics\/funnel$/,
    () => ({
      steps: [
        { step: "Viewed", buyers: 6_214 },
        { step: "AddedToCart", buyers: 1_388 },
        { step: "Ordered", buyers: 402 },
        { step: "Paid", buyers: 388 },
      ],
    }),
  ],
];

const currencyOf = (url: URL) => url.searchParams.get("currency") ?? "USD";

const salesOf = (url: URL) => {
  const [from, to] = ["from", "to"].map((name) =>
    Date.parse(`${url.searchParams.get(name)}T00:00:00Z`),
  );
  const length = Math.min(400, Math.round(((to ?? 0) - (from ?? 0)) / 86_400_000) + 1);
  const days = Array.from({ length }, (_, n) => {
    const ms = (from ?? 0) + n * 86_400_000;
    const gross = 1_400_000 + Math.round(500_000 * Math.sin(ms / 2.2e8)) + n * 9_000;
    return {
      day: new Date(ms).toISOString().slice(0, 10),
      orders: Math.round(gross / 8_600),
      units: Math.round(gross / 4_000),
      gross,
      refunds: Math.round(gross / 45),
    };
  });
  const sum = (of: (day: (typeof days)[number]) => number) =>
    days.reduce((all, day) => all + of(day), 0);
  const money = (amount: number) => ({ amount: Math.round(amount), currency: currencyOf(url) });
  const orders = sum((day) => day.orders);
  const gross = sum((day) => day.gross);
  return {
    currency: currencyOf(url),
    days,
    total: {
      orders,
      units: sum((day) => day.units),
      gross: money(gross),
      refunds: money(sum((day) => day.refunds)),
      averageOrder: money(gross / Math.max(1, orders)),
    },
  };
};
