import { useWords, type Words } from "../shell/language.tsx";
import { type Figures, needOf, sharesOf } from "./stock-shares.ts";

const words = {
  en: {
    available: "Available",
    held: "Held",
    reorder: "Reorder at",
    Out: "Out",
    Low: "Low",
    Reorder: "Reorder",
  },
  zh: {
    available: "可售",
    held: "已占用",
    reorder: "补货点",
    Out: "售罄",
    Low: "库存低",
    Reorder: "需补货",
  },
} satisfies Words<unknown>;

/** A picture of the figures that stand beside it: silent for screen readers. */
export const StockBar = ({ info }: { info: Figures }) => {
  const { available, held, reorderAt } = sharesOf(info);
  return (
    <span className={needOf(info) === "None" ? "sbar" : "sbar low"} aria-hidden>
      <i className="av" style={{ width: `${available}%` }} />
      <i className="hd" style={{ width: `${held}%` }} />
      <i className="tk" style={{ insetInlineStart: `${reorderAt}%` }} />
    </span>
  );
};

export const NeedTag = ({ info }: { info: Figures }) => {
  const text = useWords(words);
  const need = needOf(info);
  if (need === "None") return null;
  return <span className={need === "Out" ? "tag bad" : "tag warn"}>{text[need]}</span>;
};

export const StockLegend = () => {
  const text = useWords(words);
  return (
    <span className="legend sp">
      <span>
        <i className="sw av" />
        {text.available}
      </span>
      <span>
        <i className="sw hd" />
        {text.held}
      </span>
      <span>
        <i className="mk" />
        {text.reorder}
      </span>
    </span>
  );
};
