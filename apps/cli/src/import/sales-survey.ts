import { ProductId, type Product, type Sku } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { slugsFor } from "@wares/products/slug";
import { pricesFrom } from "./price-table.ts";
import type { SaleRow } from "./sale-row.ts";

type Goods = {
  /** How often it is called what. */
  names: Map<string, number>;
  prices: Map<number, number>;
  firstSoldAt: string;
};

/** What came back of what somebody had bought, and was not yet found among their orders. */
export type OpenReturn = { invoice: string; at: string; left: number };

/** What a ledger says all in all: what is sold there, and what came back. Small beside the ledger. */
export const salesSurvey = () => {
  const goods = new Map<Sku, Goods>();
  const returns = new Map<string, OpenReturn[]>();
  let returnCount = 0;
  return {
    goods: goods as ReadonlyMap<Sku, Goods>,
    returns,
    returnCount: () => returnCount,
    add: (row: SaleRow): void => {
      if (row.kind === "Return") {
        returnCount++;
        const key = returnKey(row);
        const others = returns.get(key) ?? [];
        others.push({ invoice: row.invoice, at: row.at, left: row.quantity });
        returns.set(key, others);
        return;
      }
      const known = goods.get(row.code) ?? {
        names: new Map<string, number>(),
        prices: new Map<number, number>(),
        firstSoldAt: row.at,
      };
      goods.set(row.code, known);
      if (row.name !== "") known.names.set(row.name, (known.names.get(row.name) ?? 0) + 1);
      known.prices.set(row.unitPrice, (known.prices.get(row.unitPrice) ?? 0) + 1);
      if (row.at < known.firstSoldAt) known.firstSoldAt = row.at;
    },
  };
};
export type SalesSurvey = ReturnType<typeof salesSurvey>;

export const returnKey = ({ customer, code }: Pick<SaleRow, "customer" | "code">): string =>
  `${customer}|${code}`;

/**
 * The name it is most often given, in capitals where there is one: names in small letters are
 * remarks of the warehouse ("damaged", "wrongly coded").
 */
export const bestName = (names: ReadonlyMap<string, number>): string | undefined => {
  const byCount = [...names].toSorted(
    ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
  );
  const [best] = byCount.find(([name]) => name === name.toUpperCase()) ?? byCount[0] ?? [];
  return best && sentence(best);
};

/** SET OF 6 T-LIGHTS SANTA → Set of 6 t-lights santa */
const sentence = (name: string): string => {
  const small = name === name.toUpperCase() ? name.toLowerCase() : name;
  return small.charAt(0).toUpperCase() + small.slice(1);
};

/** The price half of the lines are at or below: what single bargains and slips do not move. */
export const medianPrice = (prices: ReadonlyMap<number, number>): number => {
  const sorted = [...prices].toSorted(([one], [other]) => one - other);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [price, count] of sorted) {
    seen += count;
    if (seen * 2 >= total) return price;
  }
  return 0;
};

/** A code of the ledger as a product of the shop. */
export const productOfCode = (
  code: Sku,
  { names, prices, firstSoldAt }: Goods,
): Omit<Product, "categoryId" | "categoryPath"> => {
  const id = idOf(ProductId, "uci", code);
  const name = { en: bestName(names) ?? code };
  return {
    id,
    revision: 1,
    status: "Active",
    slug: slugsFor(name, id),
    name,
    description: { en: "" },
    brand: "",
    sku: code,
    prices: pricesFrom(medianPrice(prices), "GBP"),
    attributes: { en: {} },
    variants: [],
    images: [],
    createdAt: firstSoldAt,
  };
};
