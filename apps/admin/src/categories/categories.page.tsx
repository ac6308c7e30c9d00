import { useQuery } from "@tanstack/react-query";
import type { StaffCategory } from "@wares/contracts";
import { FolderTree, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { type Column, DataTable } from "../shell/data-table.tsx";
import { Answer, Empty } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { count } from "../shell/say.ts";
import { useKeys } from "../shell/use-keys.ts";
import { useRows } from "../shell/use-rows.ts";
import { treeQuery } from "./categories.queries.ts";
import { NewCategoryDialog, RenameDialog } from "./category-dialogs.tsx";

const words = {
  en: {
    categories: "Categories",
    sub: (n: string) => `${n} in all`,
    add: "New category",
    none: "No category yet",
    noneHint: "Make the first one: every product stands in a category.",
    name: "Name",
    other: "Chinese",
    unwritten: "to write",
    address: "Address",
    products: "In the shop",
    move: "move",
    open: "rename",
    addKey: "new",
  },
  zh: {
    categories: "分类",
    sub: (n: string) => `共 ${n} 个`,
    add: "新建分类",
    none: "还没有分类",
    noneHint: "先建一个：每件商品都属于一个分类。",
    name: "名称",
    other: "英文",
    unwritten: "待写",
    address: "网址",
    products: "在售商品",
    move: "移动",
    open: "重命名",
    addKey: "新建",
  },
} satisfies Words<unknown>;

export const CategoriesPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery(treeQuery());
  const [isAdding, setIsAdding] = useState(false);
  const [renaming, setRenaming] = useState<string>();
  useKeys({ n: () => setIsAdding(true) });
  const chosen = query.data?.find(({ id }) => id === renaming);
  return (
    <Page
      title={text.categories}
      sub={query.data && text.sub(count(query.data.length, language))}
      actions={
        <button type="button" className="btn" onClick={() => setIsAdding(true)}>
          <Plus className="i" aria-hidden />
          {text.add} <kbd>n</kbd>
        </button>
      }
      isWide
      keys={[
        [["j", "k"], text.move],
        [["↵"], text.open],
        [["n"], text.addKey],
      ]}
    >
      <Answer query={query} rows={10}>
        {(tree) =>
          tree.length === 0 ? (
            <Empty icon={FolderTree} title={text.none}>
              <p className="q">{text.noneHint}</p>
            </Empty>
          ) : (
            <CategoryRows tree={tree} onOpen={setRenaming} />
          )
        }
      </Answer>
      {isAdding && <NewCategoryDialog tree={query.data ?? []} onClose={() => setIsAdding(false)} />}
      {chosen && <RenameDialog category={chosen} onClose={() => setRenaming(undefined)} />}
    </Page>
  );
};

const CategoryRows = ({
  tree,
  onOpen,
}: {
  tree: readonly StaffCategory[];
  onOpen: (id: string) => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const rows = useRows(
    tree.map(({ id }) => id),
    onOpen,
  );
  const columns: readonly Column<StaffCategory>[] = [
    {
      key: "name",
      name: text.name,
      tone: "cut",
      cell: ({ id, name, level }) => (
        <button
          type="button"
          className="idb words"
          style={{ marginInlineStart: level * 20 }}
          onClick={() => onOpen(id)}
        >
          {name[language] ?? name.en}
        </button>
      ),
    },
    {
      key: "other",
      name: text.other,
      tone: "q cut",
      cell: ({ name }) =>
        (language === "zh" ? name.en : name.zh) ?? (
          <span className="tag warn">{text.unwritten}</span>
        ),
    },
    {
      key: "address",
      name: text.address,
      className: "k-address",
      tone: "q m cut",
      cell: ({ slug }) => slug.en,
    },
    {
      key: "products",
      name: text.products,
      className: "n",
      cell: ({ id, productCount }) => (
        <Link className="link" to={`/products?category=${id}`}>
          {count(productCount, language)}
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      className="tree"
      label={text.categories}
      columns={columns}
      items={tree}
      keyOf={({ id }) => id}
      rows={rows}
    />
  );
};
