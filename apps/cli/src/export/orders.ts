import type { OrderId } from "@wares/contracts";
import type { ExportedOrder } from "@wares/orders";
import type { Write } from "./products.ts";

/** Every order with its lines, story and refunds: one JSON a line. */
export const exportOrders = async (
  ordersAfter: (after?: OrderId) => Promise<readonly ExportedOrder[]>,
  write: Write,
): Promise<Readonly<{ orders: number }>> => {
  let orders = 0;
  for (let page = await ordersAfter(); page.length > 0; page = await ordersAfter(page.at(-1)?.id)) {
    for (const order of page) await write(`${JSON.stringify(order)}\n`);
    orders += page.length;
  }
  return { orders };
};
