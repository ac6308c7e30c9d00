import { useQuery } from "@tanstack/react-query";
import { ageSorts, orderStatuses, type StaffOrderList } from "@wares/contracts";
import { ReceiptText } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import { ColumnChoice, useColumns } from "../shell/column-choice.tsx";
import { DataTable } from "../shell/data-table.tsx";
import { Answer, Empty } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Pager } from "../shell/pager.tsx";
import { Page } from "../shell/page.tsx";
import { countUpTo } from "../shell/say.ts";
import { SearchField } from "../shell/search-field.tsx";
import { useAddress } from "../shell/use-address.ts";
import { useRows } from "../shell/use-rows.ts";
import { BulkFoot } from "./bulk-foot.tsx";
import { statusWords } from "./order-words.ts";
import { useOrderColumns } from "./order-columns.tsx";
import { type OrderFilter, ordersQuery } from "./orders.queries.ts";
import { StatusTabs } from "./status-tabs.tsx";

const words = {
  en: {
    orders: "Orders",
    sub: (open: string, all: string) => `${open} to work on, of ${all}`,
    find: "Number, name or e-mail",
    found: (n: string) => `${n} found`,
    none: "No order yet",
    noneHint: "Your shop is open. The first order shows here as soon as it is placed.",
    notFound: (query: string) => `No order matches “${query}”`,
    notInStatus: (status: string) => `No order is ${status}`,
    dropSearch: "Drop the search",
    showAll: "Show all orders",
    move: "move",
    choose: "choose",
    open: "open",
    search: "search",
    chooseOne: (number: string) => `Choose ${number}`,
  },
  zh: {
    orders: "订单",
    sub: (open: string, all: string) => `${open} 个待处理，共 ${all} 个`,
    find: "订单号、姓名或邮箱",
    found: (n: string) => `找到 ${n} 个`,
    none: "还没有订单",
    noneHint: "店铺已开张，第一笔订单一到就会出现在这里。",
    notFound: (query: string) => `没有与“${query}”相符的订单`,
    notInStatus: (status: string) => `没有${status}的订单`,
    dropSearch: "清除搜索",
    showAll: "查看全部订单",
    move: "移动",
    choose: "选择",
    open: "打开",
    search: "搜索",
    chooseOne: (number: string) => `选择 ${number}`,
  },
} satisfies Words<unknown>;

export const filterOf = (address: URLSearchParams): OrderFilter => {
  const status = orderStatuses.find((known) => known === address.get("status"));
  const query = address.get("query")?.slice(0, 200);
  const after = address.get("after");
  const sort = ageSorts.find((known) => known === address.get("sort"));
  return {
    ...(status && { status }),
    ...(query && { query }),
    ...(sort && { sort }),
    ...(after && { after }),
    limit: 50,
  };
};

export const OrdersPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const filter = filterOf(address);
  const query = useQuery({ ...ordersQuery(filter), refetchInterval: 20_000 });
  const columns = useColumns("orders", useOrderColumns());
  const counts = query.data?.counts ?? {};
  const max = query.data?.countedMax ?? Infinity;
  const all = orderStatuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const open = (counts["Paid"] ?? 0) + (counts["Processing"] ?? 0) + (counts["PaymentFailed"] ?? 0);
  return (
    <Page
      title={text.orders}
      sub={query.data && text.sub(countUpTo(open, max, language), countUpTo(all, max, language))}
      tabs={<StatusTabs counts={counts} all={all} max={max} />}
      isWide
      keys={[
        [["j", "k"], text.move],
        [["x"], text.choose],
        [["↵"], text.open],
        [["/"], text.search],
      ]}
    >
      <div className="fbar">
        <SearchField label={text.find} />
        {filter.query && query.data && (
          <span className="q x" role="status">
            {text.found(countUpTo(query.data.totalCount, max, language))}
          </span>
        )}
        <ColumnChoice columns={columns} />
      </div>
      <Answer query={query} rows={14}>
        {(list) => <OrderRows list={list} filter={filter} columns={columns.shown} />}
      </Answer>
    </Page>
  );
};

const OrderRows = ({
  list,
  filter,
  columns,
}: {
  list: StaffOrderList;
  filter: OrderFilter;
  columns: ReturnType<typeof useOrderColumns>;
}) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const rows = useRows(
    list.orders.map(({ id }) => id),
    (id) => void navigate(`/orders/${id}`),
  );
  if (list.orders.length === 0) return <NoOrders filter={filter} />;
  const chosen = list.orders.filter(({ id }) => rows.chosen.includes(id));
  return (
    <>
      <DataTable
        className="orders"
        label={text.orders}
        columns={columns}
        items={list.orders}
        keyOf={({ id }) => id}
        rows={rows}
        choose={({ orderNumber }) => text.chooseOne(orderNumber)}
      />
      {chosen.length > 0 ? (
        <BulkFoot orders={chosen} onClear={rows.clear} />
      ) : (
        <Pager
          next={list.next}
          total={list.totalCount}
          totalMax={list.countedMax}
          shown={list.orders.length}
        />
      )}
    </>
  );
};

const NoOrders = ({ filter: { query, status } }: { filter: OrderFilter }) => {
  const text = useWords(words);
  const names = useWords(statusWords);
  const { change } = useAddress();
  if (query)
    return (
      <Empty title={text.notFound(query)}>
        <button type="button" className="btn p" onClick={() => change({ query: undefined })}>
          {text.dropSearch}
        </button>
      </Empty>
    );
  if (status)
    return (
      <Empty title={text.notInStatus(names[status])}>
        <button type="button" className="btn p" onClick={() => change({ status: undefined })}>
          {text.showAll}
        </button>
      </Empty>
    );
  return (
    <Empty icon={ReceiptText} title={text.none}>
      <p className="q">{text.noneHint}</p>
    </Empty>
  );
};
