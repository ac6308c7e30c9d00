import type { StaffProduct } from "@wares/contracts";
import { type Asked, matches, missing, page, problem, type Route } from "./sample-kit.ts";

export const productRoutes = (products: StaffProduct[]): Route[] => {
  const change = (id: string, { ifMatch }: Asked, to: Partial<StaffProduct>) => {
    const index = products.findIndex((product) => product.id === id);
    const product = products[index];
    if (!product) return missing;
    if (ifMatch !== `"${product.revision}"`)
      return problem(
        412,
        "request.stale",
        "Somebody changed this since you read it. Read it again.",
      );
    products[index] = { ...product, ...to, revision: product.revision + 1 };
    return products[index];
  };
  return [
    [
      "GET",
      /^catalogue\/products$/,
      ({ url }) => {
        const status = url.searchParams.get("status");
        const found = products
          .filter((product) => !status || product.status === status)
          .filter(({ name, sku, brand }) => matches(url, name.en, name.zh ?? "", sku, brand));
        const { some, next } = page(found, url);
        const rows = some.map((product, index) => ({
          ...product,
          category: { en: "Ceramics", zh: "陶器" },
          variantCount: product.variants.length,
          available: index * 17,
        }));
        return { products: rows, ...next, totalCount: found.length, countedMax: 10_000 };
      },
    ],
    [
      "GET",
      /^catalogue\/products\/([^/]+)$/,
      (_, id) => products.find((one) => one.id === id) ?? missing,
    ],
    ["PUT", /^catalogue\/products\/([^/]+)$/, (asked, id) => change(id, asked, asked.body)],
    ["PUT", /^catalogue\/products\/([^/]+)\/status$/, (asked, id) => change(id, asked, asked.body)],
    [
      "PUT",
      /^catalogue\/products\/([^/]+)\/prices$/,
      (asked, id) => {
        const wanted = asked.body["prices"] as StaffProduct["variants"];
        const variants = products.find((one) => one.id === id)?.variants ?? [];
        return change(id, asked, {
          variants: variants.map((variant) => ({
            ...variant,
            ...wanted.find(({ sku }) => sku === variant.sku),
          })),
        });
      },
    ],
  ];
};
