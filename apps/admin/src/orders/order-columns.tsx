import type { OrderSummary } from "@wares/contracts";
import type { Column } from "../shell/data-table.tsx";
import { readName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countryName } from "../shell/say.ts";
import { numberColumn, placedColumn, totalColumn } from "./common-columns.tsx";
import { Next, Status, useNextWords } from "./order-marks.tsx";

const words = {
  en: {
    order: "Order",
    placed: "Placed",
    customer: "Customer",
    country: "To",
    state: "State",
    next: "Next",
    items: "Pieces",
    delivery: "Delivery",
    total: "Total",
  },
  zh: {
    order: "订单",
    placed: "下单",
    customer: "顾客",
    country: "寄往",
    state: "状态",
    next: "下一步",
    items: "件数",
    delivery: "配送",
    total: "总额",
  },
} satisfies Words<unknown>;

export const useOrderColumns = (): readonly Column<OrderSummary>[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  return [
    { ...numberColumn(text.order), className: "k-0", isFixed: true },
    {
      ...placedColumn(text.placed, language),
      sort: { up: "Oldest", down: "Newest", first: "down" },
    },
    {
      key: "customer",
      name: text.customer,
      className: "k-2",
      tone: "cut",
      cell: ({ name }) => readName(name),
    },
    {
      key: "country",
      name: text.country,
      className: "k-3",
      tone: "q cut",
      cell: ({ country }) => countryName(country, language),
    },
    {
      key: "state",
      name: text.state,
      className: "k-4",
      isFixed: true,
      cell: (order) => <LateStatus order={order} />,
    },
    { key: "next", name: text.next, className: "k-5", cell: (order) => <Next order={order} /> },
    {
      key: "items",
      name: text.items,
      className: "k-6 n",
      cell: ({ itemCount }) => itemCount,
    },
    {
      key: "delivery",
      name: text.delivery,
      className: "k-7",
      tone: "q",
      cell: ({ shippingMethod }) => shippingMethod,
    },
    { ...totalColumn(text.total, language), className: "k-8 n" },
  ];
};

/** Amber when it waits for a person. */
const LateStatus = ({ order }: { order: OrderSummary }) => {
  const { isUrgent } = useNextWords()(order);
  return <Status status={order.status} waits={isUrgent} />;
};
