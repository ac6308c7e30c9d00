import { useQuery } from "@tanstack/react-query";
import { productStatuses, staffProductSorts, type StaffProductList } from "@wares/contracts";
import { Plus, Tag } from "lucide-react";
import { Link, useNavigate, useSearchParams } from "react-router";
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
import { CategorySelect } from "./category-select.tsx";
import { productStatusWords } from "./product-words.ts";
import { useProductColumns } from "./product-columns.tsx";
import { ProductsBulk } from "./products-bulk.tsx";
import { type ProductFilter, productsQuery } from "./products.queries.ts";

const words = {
  en: {
    products: "Products",
    sub: (n: string) => `${n} products`,
    views: "Saved views",
    all: "All",
    find: "Name, SKU or brand",
    category: "Category",
    anyCategory: "All categories",
    add: "New product",
    none: "No products yet",
    noneHint: "Add the first one: it is a draft until you say so.",
    notFound: "No product matches this",
    clear: "Clear all filters",
    move: "move",
    open: "open",
    search: "search",
    pick: "choose",
    choose: (name: string) => `Choose ${name}`,
  },
  zh: {
    products: "商品",
    sub: (n: string) => `${n} 件商品`,
    views: "视图",
    all: "全部",
    find: "名称、SKU 或品牌",
    category: "分类",
    anyCategory: "全部分类",
    add: "新增商品",
    none: "还没有商品",
    noneHint: "添加第一件：上架之前都是草稿。",
    notFound: "没有相符的商品",
    clear: "清除全部筛选",
    move: "移动",
    open: "打开",
    search: "搜索",
    pick: "选择",
    choose: (name: string) => `选择 ${name}`,
  },
} satisfies Words<unknown>;

const filterOf = (address: URLSearchParams): ProductFilter => {
  const status = productStatuses.find((known) => known === address.get("status"));
  const query = address.get("query")?.slice(0, 200);
  const categoryId = address.get("category");
  const sort = staffProductSorts.find((known) => known === address.get("sort"));
  const after = address.get("after");
  return {
    ...(status && { status }),
    ...(query && { query }),
    ...(categoryId && { categoryId }),
    ...(sort && { sort }),
    ...(after && { after }),
    limit: 50,
  };
};

export const ProductsPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const { change } = useAddress();
  const filter = filterOf(address);
  const query = useQuery(productsQuery(filter));
  const columns = useColumns("products", useProductColumns());
  const isFiltered = ["query", "status", "category"].some((name) => address.has(name));
  return (
    <Page
      title={text.products}
      sub={
        query.data && text.sub(countUpTo(query.data.totalCount, query.data.countedMax, language))
      }
      actions={
        <Link className="btn" to="/products/new">
          <Plus className="i" aria-hidden />
          {text.add}
        </Link>
      }
      tabs={<StatusViews />}
      isWide
      keys={[
        [["j", "k"], text.move],
        [["x"], text.pick],
        [["↵"], text.open],
        [["/"], text.search],
      ]}
    >
      <div className="fbar">
        <SearchField label={text.find} />
        <CategorySelect
          className="in pick"
          aria-label={text.category}
          any={text.anyCategory}
          value={filter.categoryId ?? ""}
          onChoose={(category) => change({ category })}
        />
        <ColumnChoice columns={columns} />
      </div>
      <Answer query={query} rows={14}>
        {(list) => <ProductRows list={list} isFiltered={isFiltered} columns={columns.shown} />}
      </Answer>
    </Page>
  );
};

const StatusViews = () => {
  const text = useWords(words);
  const names = useWords(productStatusWords);
  const [address] = useSearchParams();
  const at = address.get("status");
  const to = (status?: string) => {
    const next = new URLSearchParams(address);
    next.delete("after");
    next.delete("status");
    if (status) next.set("status", status);
    return { search: next.toString() };
  };
  return (
    <nav className="tabs" aria-label={text.views}>
      <Link to={to()} aria-current={at ? undefined : "true"}>
        {text.all}
      </Link>
      {productStatuses.map((status) => (
        <Link key={status} to={to(status)} aria-current={at === status ? "true" : undefined}>
          {names[status]}
        </Link>
      ))}
    </nav>
  );
};

const ProductRows = ({
  list,
  isFiltered,
  columns,
}: {
  list: StaffProductList;
  isFiltered: boolean;
  columns: ReturnType<typeof useProductColumns>;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const rows = useRows(
    list.products.map(({ id }) => id),
    (id) => void navigate(`/products/${id}`),
  );
  const chosen = list.products.filter(({ id }) => rows.chosen.includes(id));
  if (list.products.length === 0)
    return isFiltered ? (
      <Empty title={text.notFound}>
        <Link className="btn p" to={{ search: "" }}>
          {text.clear}
        </Link>
      </Empty>
    ) : (
      <Empty icon={Tag} title={text.none}>
        <p className="q">{text.noneHint}</p>
      </Empty>
    );
  return (
    <>
      <DataTable
        className="goods"
        label={text.products}
        columns={columns}
        items={list.products}
        keyOf={({ id }) => id}
        rows={rows}
        choose={({ name }) => text.choose(name[language] ?? name.en)}
      />
      <Pager
        next={list.next}
        total={list.totalCount}
        totalMax={list.countedMax}
        shown={list.products.length}
      />
      <ProductsBulk products={chosen} onClear={rows.clear} />
    </>
  );
};
