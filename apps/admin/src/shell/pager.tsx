import { useLocation } from "react-router";
import { useLanguage, useWords, type Words } from "./language.tsx";
import { count, countUpTo } from "./say.ts";
import { trailOf, useAddress } from "./use-address.ts";
import { useKeys } from "./use-keys.ts";

const words = {
  en: {
    first: "First page",
    back: "Previous page",
    next: "Next page",
    shown: (shown: string, total: string) => `${shown} of ${total}`,
  },
  zh: {
    first: "第一页",
    back: "上一页",
    next: "下一页",
    shown: (shown: string, total: string) => `${shown} / ${total}`,
  },
} satisfies Words<unknown>;

// Twenty-five thousand rows back: further, one searches.
const trailMax = 500;

/** Pages follow a cursor: forward by the next one, back along the cursors one came by. */
export const Pager = ({
  next,
  total,
  totalMax = Infinity,
  shown,
  limit = 50,
}: {
  next: string | undefined;
  total: number;
  /** Where counting ended. */
  totalMax?: number;
  shown: number;
  limit?: number;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { address, change } = useAddress();
  const after = address.get("after");
  const trail = trailOf(useLocation().state);
  const isFirst = after === null;
  // While the next page is read the rows are still those of this one, and so is where they lead.
  const forward = () =>
    next !== undefined &&
    next !== after &&
    change({ after: next }, { trail: [...trail, after ?? ""].slice(-trailMax) });
  const back = () => !isFirst && change({ after: trail.at(-1) }, { trail: trail.slice(0, -1) });
  useKeys({ "]": forward, "[": back });
  // Whoever was given the address of a page in the middle knows how many rows it has, not which.
  const isKnown = isFirst || trail.length > 0;
  const from = trail.length * limit + 1;
  const range = `${count(from, language)}–${count(from + shown - 1, language)}`;
  return (
    <div className="pager">
      <span className="q num">
        {text.shown(isKnown ? range : count(shown, language), countUpTo(total, totalMax, language))}
      </span>
      <span className="row sp">
        <button
          type="button"
          className="btn s hide-s"
          disabled={isFirst}
          onClick={() => change({})}
        >
          {text.first}
        </button>
        <button type="button" className="btn s" disabled={isFirst} onClick={back}>
          {text.back}
        </button>
        <button type="button" className="btn s" disabled={!next} onClick={forward}>
          {text.next}
        </button>
      </span>
    </div>
  );
};
