import type { OrderSummary } from "@wares/contracts";
import { Link } from "react-router";
import type { Column } from "../shell/data-table.tsx";
import type { useLanguage } from "../shell/language.tsx";
import { moment, money } from "../shell/say.ts";

// What every table of orders shows alike, wherever it stands.

type Language = ReturnType<typeof useLanguage>["language"];
type OrderColumn = Column<OrderSummary>;

export const numberColumn = (name: string): OrderColumn => ({
  key: "order",
  name,
  cell: ({ id, orderNumber }) => (
    <Link className="id" to={`/orders/${id}`}>
      {orderNumber}
    </Link>
  ),
});

export const placedColumn = (name: string, language: Language): OrderColumn => ({
  key: "placed",
  name,
  className: "k-1",
  tone: "q num",
  cell: ({ createdAt }) => moment(createdAt, language),
});

export const totalColumn = (name: string, language: Language): OrderColumn => ({
  key: "total",
  name,
  className: "n",
  cell: ({ total }) => money(total, language),
});
