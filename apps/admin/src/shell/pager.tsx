import { useLocation, useNavigate } from "react-router";
import { useLanguage, useWords, type Words } from "./language.tsx";
import { count } from "./say.ts";
import { useAddress } from "./use-address.ts";
import { useKeys } from "./use-keys.ts";

const words = {
  en: {
    first: "First page",
    next: "Next page",
    shown: (shown: string, total: string) => `${shown} of ${total}`,
  },
  zh: {
    first: "第一页",
    next: "下一页",
    shown: (shown: string, total: string) => `${shown} / ${total}`,
  },
} satisfies Words<unknown>;

/** Pages follow a cursor: forward by the next one, back the way one came. */
export const Pager = ({
  next,
  total,
  shown,
}: {
  next: string | undefined;
  total: number;
  shown: number;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { address, change } = useAddress();
  const isFirst = !address.has("after");
  const navigate = useNavigate();
  const { key } = useLocation();
  const forward = () => next && change({ after: next });
  useKeys({
    "]": forward,
    "[": () => !isFirst && (key === "default" ? change({}) : void navigate(-1)),
  });
  return (
    <div className="pager">
      <span className="q num">{text.shown(count(shown, language), count(total, language))}</span>
      <span className="row sp">
        <button type="button" className="btn s" disabled={isFirst} onClick={() => change({})}>
          {text.first}
        </button>
        <button type="button" className="btn s" disabled={!next} onClick={forward}>
          {text.next}
        </button>
      </span>
    </div>
  );
};
