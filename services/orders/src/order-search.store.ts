import type { OrderCreated } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

/** What staff find an order by. */
export type Findable = Pick<
  ReturnType<typeof OrderCreated>["data"],
  "orderId" | "orderNumber" | "contact" | "shippingAddress"
>;

/**
 * Written after the order, by whoever hears of it: its index gathers what is new and puts it in place
 * in one go, and the shopper whose order came last would wait for that.
 */
export const keepFindable = async (tx: Queries, orders: readonly Findable[]): Promise<void> => {
  if (orders.length === 0) return;
  await tx.query(
    named(
      "orders.keep_findable",
      sql`
      insert into orders.order_search (order_id, search_text)
      select * from unnest(${orders.map(({ orderId }) => orderId)}::uuid[],
                           ${orders.map(searchText)}::text[])
          on conflict do nothing
    `,
    ),
  );
};

const searchText = ({ orderNumber, contact, shippingAddress }: Findable): string =>
  `${orderNumber} ${contact.email} ${shippingAddress.firstName} ${shippingAddress.lastName}`.toLowerCase();
