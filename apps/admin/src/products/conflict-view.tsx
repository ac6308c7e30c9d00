import { GitCompareArrows } from "lucide-react";
import { useWords, type Words } from "../shell/language.tsx";
import { useKeys } from "../shell/use-keys.ts";
import type { Clash } from "./conflict.ts";
import { useFieldName } from "./field-name.ts";
import type { ProductForm } from "./use-product-form.ts";

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

/** A conflict keeps both: before, theirs, mine; 1 or 2 decides the first that is open. */
export const ConflictView = ({ form }: { form: ProductForm }) => {
  const [first] = form.clashes;
  useKeys({
    ...(first && { "1": () => form.settle(first, false), "2": () => form.settle(first, true) }),
  });
  return form.clashes.map((clash) => <ClashView key={clash.key} clash={clash} form={form} />);
};

const ClashView = ({ clash, form }: { clash: Clash; form: ProductForm }) => {
  const text = useWords(words);
  const name = useFieldName();
  return (
    <section className="conflict" role="alert" aria-label={text.title(name(clash.key))}>
      <div className="cfh">
        <GitCompareArrows className="i" aria-hidden />
        <div>
          <h2>{text.title(name(clash.key))}</h2>
          <p>{text.why(form.product.revision)}</p>
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
          <button type="button" className="btn s" onClick={() => form.settle(clash, true)}>
            {text.take} <kbd>2</kbd>
          </button>
        </div>
        <div className="mine">
          <span className="lab">{text.mine}</span>
          <b className="val">{clash.mine || text.empty}</b>
          <button type="button" className="btn s" onClick={() => form.settle(clash, false)}>
            {text.keep} <kbd>1</kbd>
          </button>
        </div>
      </div>
    </section>
  );
};
