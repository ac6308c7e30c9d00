import { useQuery } from "@tanstack/react-query";
import type { FlashSale } from "@wares/contracts";
import { Plus, Zap } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { ColumnChoice, useColumns } from "../shell/column-choice.tsx";
import { type Column, DataTable } from "../shell/data-table.tsx";
import { Answer, Empty } from "../shell/faces.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { useKeys } from "../shell/use-keys.ts";
import { useRows } from "../shell/use-rows.ts";
import { flashSalesQuery, saleStatuses } from "./flash-sales.queries.ts";
import { useSaleColumns } from "./sale-columns.tsx";
import { saleStatusWords } from "./sale-words.ts";

const words = {
  en: {
    title: "Flash sales",
    views: "Saved views",
    all: "All",
    add: "New flash sale",
    none: "No flash sale yet",
    noneHere: "None of these",
    noneHint: "Set some units aside, at a lower price, for a short time.",
    move: "move",
    open: "open",
    addKey: "new",
    next: "Older ones",
    first: "First page",
  },
  zh: {
    title: "限时抢购",
    views: "视图",
    all: "全部",
    add: "新建抢购",
    none: "还没有限时抢购",
    noneHere: "这一类没有",
    noneHint: "预留一些商品，在短时间内以更低的价格出售。",
    move: "移动",
    open: "打开",
    addKey: "新建",
    next: "更早的",
    first: "第一页",
  },
} satisfies Words<unknown>;

export const FlashSalesPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const { address, change } = useAddress();
  const status = saleStatuses.find((one) => one === address.get("status"));
  const after = address.get("after") ?? undefined;
  const query = useQuery({
    ...flashSalesQuery({ ...(status && { status }), ...(after && { after }) }),
    refetchInterval: 30_000,
  });
  const columns = useColumns("flash-sales", useSaleColumns());
  useKeys({ n: () => void navigate("/flash-sales/new") });
  return (
    <Page
      title={text.title}
      actions={
        <Link className="btn" to="/flash-sales/new">
          <Plus className="i" aria-hidden />
          {text.add} <kbd>n</kbd>
        </Link>
      }
      tabs={<Tabs status={status} />}
      isWide
      keys={[
        [["j", "k"], text.move],
        [["↵"], text.open],
        [["n"], text.addKey],
      ]}
    >
      <div className="fbar hide-s">
        <ColumnChoice columns={columns} />
      </div>
      <Answer query={query} rows={8}>
        {({ sales, next }) => (
          <>
            {sales.length === 0 ? (
              <Empty icon={Zap} title={status || after ? text.noneHere : text.none}>
                <p className="q">{text.noneHint}</p>
              </Empty>
            ) : (
              <SaleRows sales={sales} columns={columns.shown} />
            )}
            {(next ?? after) && (
              <div className="pager">
                <span className="row sp">
                  <button
                    type="button"
                    className="btn s"
                    disabled={!after}
                    onClick={() => change({})}
                  >
                    {text.first}
                  </button>
                  <button
                    type="button"
                    className="btn s"
                    disabled={!next}
                    onClick={() => change({ after: next })}
                  >
                    {text.next}
                  </button>
                </span>
              </div>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
};

const Tabs = ({ status }: { status: (typeof saleStatuses)[number] | undefined }) => {
  const text = useWords(words);
  const names = useWords(saleStatusWords);
  return (
    <nav className="tabs" aria-label={text.views}>
      <Link to={{ search: "" }} aria-current={status ? undefined : "true"}>
        {text.all}
      </Link>
      {saleStatuses.map((one) => (
        <Link
          key={one}
          to={{ search: `status=${one}` }}
          aria-current={status === one ? "true" : undefined}
        >
          {names[one]}
        </Link>
      ))}
    </nav>
  );
};

const SaleRows = ({
  sales,
  columns,
}: {
  sales: readonly FlashSale[];
  columns: readonly Column<FlashSale>[];
}) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const rows = useRows(
    sales.map(({ id }) => id),
    (id) => void navigate(`/flash-sales/${id}`),
  );
  return (
    <DataTable
      className="coupons"
      label={text.title}
      columns={columns}
      items={sales}
      keyOf={({ id }) => id}
      rows={rows}
    />
  );
};
