import type { InventoryInfo } from "@wares/contracts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, moment } from "../shell/say.ts";
import type { useRows } from "../shell/use-rows.ts";
import { NeedTag, StockBar } from "./stock-bar.tsx";

const words = {
  en: {
    table: "Stock",
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
    table: "库存",
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

export const StockTable = ({
  stock,
  rows,
  peeked,
  onPeek,
}: {
  stock: readonly InventoryInfo[];
  rows: ReturnType<typeof useRows>;
  peeked: string | undefined;
  onPeek: (sku: string) => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="tw list" tabIndex={0} role="region" aria-label={text.table}>
      <table className="stocklist">
        <thead>
          <tr>
            <th>{text.sku}</th>
            <th className="k-place">{text.location}</th>
            <th className="n k-hand">{text.onHand}</th>
            <th className="n k-held">{text.held}</th>
            <th className="n">{text.available}</th>
            <th className="n k-re">{text.reorder}</th>
            <th>{text.bar}</th>
            <th>{text.need}</th>
            <th className="n k-at">{text.changed}</th>
          </tr>
        </thead>
        <tbody ref={rows.rows}>
          {stock.map((info, index) => (
            <tr
              key={`${info.sku}/${info.location}`}
              {...rows.rowProps(index)}
              data-chosen={info.sku === peeked || undefined}
            >
              <td>
                <button type="button" className="m idb" onClick={() => onPeek(info.sku)}>
                  {info.sku}
                </button>
              </td>
              <td className="q k-place">{info.location === "main" ? text.main : info.location}</td>
              <td className="n k-hand">{count(info.quantity, language)}</td>
              <td className="n q k-held">{count(info.reservedQuantity, language)}</td>
              <td className="n b">{count(info.availableQuantity, language)}</td>
              <td className="n q k-re">{count(info.reorderPoint, language)}</td>
              <td>
                <StockBar info={info} />
              </td>
              <td>
                <NeedTag info={info} />
              </td>
              <td className="n q k-at">{moment(info.updatedAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
