import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type InventoryInfo, type StockList, stockSorts } from "@wares/contracts";
import { Warehouse } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
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
import { AdjustDialog } from "./adjust-dialog.tsx";
import { StockLegend } from "./stock-bar.tsx";
import { StockPeek } from "./stock-peek.tsx";
import { useStockColumns } from "./stock-columns.tsx";
import { ThresholdDialog } from "./threshold-dialog.tsx";
import { attentions, type StockFilter, stockQuery } from "./stock.queries.ts";

const words = {
  en: {
    stock: "Stock",
    sub: (n: string) => `${n} SKUs`,
    views: "Saved views",
    all: "All",
    Reorder: "To reorder",
    Low: "Low",
    Out: "Out",
    find: "SKU",
    none: "Nothing in stock yet",
    noneHint: "Add a product, and its pieces show here.",
    notFound: "Nothing matches",
    calm: "Nothing needs anybody here",
    clear: "Show all stock",
    close: "Close",
    move: "move",
    open: "movements",
    adjust: "adjust",
    limits: "thresholds",
    search: "search",
  },
  zh: {
    stock: "库存",
    sub: (n: string) => `${n} 个 SKU`,
    views: "视图",
    all: "全部",
    Reorder: "需补货",
    Low: "库存低",
    Out: "售罄",
    find: "SKU",
    none: "还没有库存",
    noneHint: "添加商品后，库存会显示在这里。",
    notFound: "没有相符的结果",
    calm: "这里没有需要处理的",
    clear: "查看全部库存",
    close: "关闭",
    move: "移动",
    open: "变动",
    adjust: "调整",
    limits: "提醒线",
    search: "搜索",
  },
} satisfies Words<unknown>;

const filterOf = (address: URLSearchParams): StockFilter => {
  const attention = attentions.find((known) => known === address.get("attention"));
  const query = address.get("query")?.slice(0, 200);
  const sort = stockSorts.find((known) => known === address.get("sort"));
  const after = address.get("after");
  return {
    ...(attention && { attention }),
    ...(query && { query }),
    ...(sort && { sort }),
    ...(after && { after }),
    limit: 50,
  };
};

export const StockPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const filter = filterOf(address);
  const { change } = useAddress();
  const query = useQuery({ ...stockQuery(filter), refetchInterval: 20_000 });
  const peekAt = (sku: string | undefined) => change({ sku }, { replace: true, keepPage: true });
  const columns = useColumns("stock", useStockColumns(peekAt));
  return (
    <Page
      title={text.stock}
      sub={
        query.data && text.sub(countUpTo(query.data.totalCount, query.data.countedMax, language))
      }
      tabs={<AttentionTabs />}
      isWide
      keys={[
        [["j", "k"], text.move],
        [["↵"], text.open],
        [["a"], text.adjust],
        [["l"], text.limits],
        [["/"], text.search],
      ]}
    >
      <div className="fbar">
        <SearchField label={text.find} />
        <ColumnChoice columns={columns} />
        <StockLegend />
      </div>
      <Answer query={query} rows={14}>
        {(list) =>
          list.stock.length === 0 ? (
            <NoStock filter={filter} />
          ) : (
            <StockRows list={list} columns={columns.shown} peekAt={peekAt} />
          )
        }
      </Answer>
    </Page>
  );
};

const AttentionTabs = () => {
  const text = useWords(words);
  const [address] = useSearchParams();
  const at = address.get("attention");
  return (
    <nav className="tabs" aria-label={text.views}>
      <Link to={{ search: "" }} aria-current={at ? undefined : "true"}>
        {text.all}
      </Link>
      {attentions.map((attention) => (
        <Link
          key={attention}
          to={{ search: `attention=${attention}` }}
          aria-current={at === attention ? "true" : undefined}
        >
          {text[attention]} <TabCount attention={attention} />
        </Link>
      ))}
    </nav>
  );
};

const TabCount = ({ attention }: { attention: (typeof attentions)[number] }) => {
  const { language } = useLanguage();
  const { data } = useQuery({ ...stockQuery({ attention, limit: 1 }), staleTime: 60_000 });
  return <span className="n">{data && countUpTo(data.totalCount, data.countedMax, language)}</span>;
};

const StockRows = ({
  list,
  columns,
  peekAt,
}: {
  list: StockList;
  columns: ReturnType<typeof useStockColumns>;
  peekAt: (sku: string | undefined) => void;
}) => {
  const text = useWords(words);
  const [address] = useSearchParams();
  const isNarrow = useMediaQuery("(max-width: 720px)");
  const [adjusting, setAdjusting] = useState<InventoryInfo>();
  const [limiting, setLimiting] = useState<InventoryInfo>();
  const bySku = new Map<string, InventoryInfo>(list.stock.map((info) => [info.sku, info]));
  const atHand = () => bySku.get(rows.atId ?? address.get("sku") ?? "");
  const rows = useRows([...bySku.keys()], peekAt, {
    a: () => setAdjusting(atHand()),
    l: () => setLimiting(atHand()),
    Escape: () => peekAt(undefined),
  });
  const shown = bySku.get(address.get("sku") ?? "");
  const peek = shown && (
    <StockPeek
      info={shown}
      onAdjust={() => setAdjusting(shown)}
      onLimit={() => setLimiting(shown)}
    />
  );
  return (
    <>
      <div className={shown && !isNarrow ? "st" : "st alone"}>
        <DataTable
          className="stocklist"
          label={text.stock}
          columns={columns}
          items={list.stock}
          keyOf={({ sku }) => sku}
          rows={rows}
          isChosen={({ sku }) => sku === shown?.sku}
        />
        {shown && !isNarrow && <aside className="peek">{peek}</aside>}
      </div>
      <Pager
        next={list.next}
        total={list.totalCount}
        totalMax={list.countedMax}
        shown={list.stock.length}
      />
      {shown && isNarrow && (
        <Drawer.Root opened position="bottom" size="80%" onClose={() => peekAt(undefined)}>
          <Drawer.Overlay />
          <Drawer.Content>
            <div className="dlh">
              <Drawer.Title>{shown.sku}</Drawer.Title>
              <Drawer.CloseButton aria-label={text.close} />
            </div>
            <Drawer.Body>
              <div className="peek">{peek}</div>
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
      {adjusting && <AdjustDialog info={adjusting} onClose={() => setAdjusting(undefined)} />}
      {limiting && <ThresholdDialog info={limiting} onClose={() => setLimiting(undefined)} />}
    </>
  );
};

const NoStock = ({ filter: { query, attention } }: { filter: StockFilter }) => {
  const text = useWords(words);
  const { change } = useAddress();
  if (!query && !attention)
    return (
      <Empty icon={Warehouse} title={text.none}>
        <p className="q">{text.noneHint}</p>
      </Empty>
    );
  return (
    <Empty title={query ? `${text.notFound}: “${query}”` : text.calm}>
      <button
        type="button"
        className="btn p"
        onClick={() => change({ query: undefined, attention: undefined })}
      >
        {text.clear}
      </button>
    </Empty>
  );
};
