import type { InventoryInfo } from "@wares/contracts";
import type { Column } from "../shell/data-table.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, moment } from "../shell/say.ts";
import { NeedTag, StockBar } from "./stock-bar.tsx";

const words = {
  en: {
    sku: "SKU",
    location: "Location",
    main: "Main",
    onHand: "On hand",
    held: "Held",
    available: "Available",
    bar: "Available, held",
    need: "Needs",
    changed: "Changed",
    reorder: "Reorder at",
  },
  zh: {
    sku: "SKU",
    location: "仓库",
    main: "主仓",
    onHand: "在库",
    held: "占用",
    available: "可售",
    bar: "可售与占用",
    need: "提醒",
    changed: "变动于",
    reorder: "补货点",
  },
} satisfies Words<unknown>;

export const useStockColumns = (
  onPeek: (sku: string) => void,
): readonly Column<InventoryInfo>[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  const figure = (key: string, name: string, value: (info: InventoryInfo) => number) => ({
    key,
    name,
    className: `n k-${key}`,
    cell: (info: InventoryInfo) => count(value(info), language),
  });
  return [
    {
      key: "sku",
      name: text.sku,
      isFixed: true,
      tone: "cut",
      sort: { up: "Sku", first: "up" },
      cell: ({ sku }) => (
        <button type="button" className="m idb" onClick={() => onPeek(sku)}>
          {sku}
        </button>
      ),
    },
    {
      key: "place",
      name: text.location,
      className: "k-place",
      tone: "q",
      cell: ({ location }) => (location === "main" ? text.main : location),
    },
    figure("hand", text.onHand, ({ quantity }) => quantity),
    { ...figure("held", text.held, ({ reservedQuantity }) => reservedQuantity), tone: "q" },
    {
      ...figure("left", text.available, ({ availableQuantity }) => availableQuantity),
      tone: "b",
      isFixed: true,
      sort: { up: "Available" },
    },
    { ...figure("re", text.reorder, ({ reorderPoint }) => reorderPoint), tone: "q" },
    {
      key: "bar",
      name: text.bar,
      className: "k-bar",
      cell: (info) => <StockBar info={info} />,
    },
    { key: "need", name: text.need, cell: (info) => <NeedTag info={info} /> },
    {
      key: "at",
      name: text.changed,
      className: "n k-at",
      tone: "q",
      cell: ({ updatedAt }) => moment(updatedAt, language),
    },
  ];
};
