import { useQueries } from "@tanstack/react-query";
import { currencies, type Currency, type SalesByDay } from "@wares/contracts";
import { useCurrency } from "../shell/currency-choice.tsx";
import { salesQuery } from "./home.queries.ts";
import { periodsOf } from "./periods.ts";

type Sold = Pick<SalesByDay, "currency" | "total">;

/** Most orders, for amounts of two currencies do not compare; where none sold, dollars. */
export const busiest = (sales: readonly Sold[]): Currency => {
  const [first] = sales.toSorted((one, other) => other.total.orders - one.total.orders);
  return first && first.total.orders > 0 ? first.currency : "USD";
};

/** As somebody chose, or else in which most was sold in these days; nothing until that is known. */
export const useHomeCurrency = (days: number): Currency | undefined => {
  const { chosen } = useCurrency();
  const mostSold = useQueries({
    queries: currencies.map((currency) => ({
      ...salesQuery(periodsOf(Date.now(), days, currency).now),
      enabled: chosen === undefined,
    })),
    combine: (results) =>
      results.every(({ isPending }) => !isPending)
        ? busiest(results.flatMap(({ data }) => data ?? []))
        : undefined,
  });
  return chosen ?? mostSold;
};
