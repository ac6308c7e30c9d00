import type { OrderId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

const nobody = "00000000-0000-0000-0000-000000000000";

export const orderIdsAfter = async (
  db: Queries,
  after: OrderId | undefined,
  limit: number,
): Promise<readonly OrderId[]> => {
  const { rows } = await db.query<{ id: OrderId }>(
    named(
      "orders.ids_after",
      sql`
      select order_id as id
        from orders.orders
       where order_id > ${after ?? nobody}::uuid
       order by order_id
       limit ${limit}
    `,
    ),
  );
  return rows.map(({ id }) => id);
};
