import { GitCompareArrows } from "lucide-react";
import type { Clash } from "./conflict.ts";
import { useWords, type Words } from "./language.tsx";

const words = {
  en: {
    title: (field: string) => `Somebody changed ${field} while you worked`,
    why: (version: number) =>
      `Theirs is version ${version}. Nothing is lost: choose one, the rest of your work stays.`,
    before: "Before",
    theirs: "Theirs",
    mine: "Yours, not saved",
    take: "Take theirs",
    keep: "Keep mine",
    empty: "empty",
  },
  zh: {
    title: (field: string) => `你编辑时有人修改了${field}`,
    why: (version: number) => `对方的是第 ${version} 版。什么都不会丢：选一个，其余改动保留。`,
    before: "之前",
    theirs: "对方的",
    mine: "你的，未保存",
    take: "采用对方的",
    keep: "保留我的",
    empty: "空",
  },
} satisfies Words<unknown>;

/** Before, theirs and mine of one field, and which of the two is to stay. */
export const ClashView = ({
  clash,
  name,
  version,
  onSettle,
}: {
  clash: Clash;
  name: string;
  version: number;
  onSettle: (takesTheirs: boolean) => void;
}) => {
  const text = useWords(words);
  return (
    <section className="conflict" role="alert" aria-label={text.title(name)}>
      <div className="cfh">
        <GitCompareArrows className="i" aria-hidden />
        <div>
          <h2>{text.title(name)}</h2>
          <p>{text.why(version)}</p>
        </div>
      </div>
      <div className="cfv">
        <div>
          <span className="lab">{text.before}</span>
          <b className="q val">{clash.before || text.empty}</b>
        </div>
        <div>
          <span className="lab">{text.theirs}</span>
          <b className="val">{clash.theirs || text.empty}</b>
          <button type="button" className="btn s" onClick={() => onSettle(true)}>
            {text.take} <kbd>2</kbd>
          </button>
        </div>
        <div className="mine">
          <span className="lab">{text.mine}</span>
          <b className="val">{clash.mine || text.empty}</b>
          <button type="button" className="btn s" onClick={() => onSettle(false)}>
            {text.keep} <kbd>1</kbd>
          </button>
        </div>
      </div>
    </section>
  );
};
