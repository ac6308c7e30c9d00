import { useQuery } from "@tanstack/react-query";
import { ordersQuery } from "../orders/orders.queries.ts";
import { stockQuery } from "../stock/stock.queries.ts";

/** The two numbers in the rail: orders somebody has to work on, and stock to order again. */
export const useCounts = () => {
  const { data: orders } = useQuery({ ...ordersQuery({ limit: 1 }), refetchInterval: 60_000 });
  const { data: stock } = useQuery({
    ...stockQuery({ attention: "Reorder", limit: 1 }),
    refetchInterval: 60_000,
  });
  const { Paid = 0, Processing = 0, PaymentFailed = 0 } = orders?.counts ?? {};
  return { open: Paid + Processing + PaymentFailed, toReorder: stock?.totalCount ?? 0 };
};
