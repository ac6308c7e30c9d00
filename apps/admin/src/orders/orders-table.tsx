import type { OrderSummary } from "@wares/contracts";
import { Link } from "react-router";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countryName, moment, money } from "../shell/say.ts";
import type { useRows } from "../shell/use-rows.ts";
import { Next, Status, useNextWords } from "./order-marks.tsx";

const words = {
  en: {
    table: "Orders",
    choose: (number: string) => `Choose ${number}`,
    chooseAll: "Choose all",
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
    table: "订单",
    choose: (number: string) => `选择 ${number}`,
    chooseAll: "全选",
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

export const OrdersTable = ({
  orders,
  rows,
}: {
  orders: readonly OrderSummary[];
  rows: ReturnType<typeof useRows>;
}) => {
  const text = useWords(words);
  const areAll = orders.length > 0 && rows.chosen.length === orders.length;
  return (
    <div className="tw list" tabIndex={0} role="region" aria-label={text.table}>
      <table className="orders">
        <thead>
          <tr>
            <th>
              <input
                type="checkbox"
                aria-label={text.chooseAll}
                checked={areAll}
                ref={(box) => {
                  if (box) box.indeterminate = rows.chosen.length > 0 && !areAll;
                }}
                onChange={(event) => rows.chooseAll(event.currentTarget.checked)}
              />
            </th>
            <th className="k-0">{text.order}</th>
            <th className="k-1">{text.placed}</th>
            <th className="k-2">{text.customer}</th>
            <th className="k-3">{text.country}</th>
            <th className="k-4">{text.state}</th>
            <th className="k-5">{text.next}</th>
            <th className="k-6 n">{text.items}</th>
            <th className="k-7">{text.delivery}</th>
            <th className="k-8 n">{text.total}</th>
          </tr>
        </thead>
        <tbody ref={rows.rows}>
          {orders.map((order, index) => (
            <OrderRow key={order.id} order={order} index={index} rows={rows} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const OrderRow = ({
  order,
  index,
  rows,
}: {
  order: OrderSummary;
  index: number;
  rows: ReturnType<typeof useRows>;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { isUrgent } = useNextWords()(order);
  const isChosen = rows.chosen.includes(order.id);
  return (
    <tr {...rows.rowProps(index)} data-chosen={isChosen || undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={text.choose(order.orderNumber)}
          checked={isChosen}
          onChange={() => rows.pick(index, false)}
        />
      </td>
      <td className="k-0">
        <Link className="id" to={`/orders/${order.id}`}>
          {order.orderNumber}
        </Link>
      </td>
      <td className="k-1 q num">{moment(order.createdAt, language)}</td>
      <td className="k-2">{order.name}</td>
      <td className="k-3 q clip">{countryName(order.country, language)}</td>
      <td className="k-4">
        <Status status={order.status} waits={isUrgent} />
      </td>
      <td className="k-5">
        <Next order={order} />
      </td>
      <td className="k-6 n">{order.itemCount}</td>
      <td className="k-7 q">{order.shippingMethod}</td>
      <td className="k-8 n">{money(order.total, language)}</td>
    </tr>
  );
};
