import type { Ref } from "react";
import { useLanguage, useWords } from "../layout/locale.ts";
import { moneyText } from "../layout/money.tsx";
import { Notice } from "../layout/notice.tsx";
import { BusyNotice } from "./busy-notice.tsx";
import type { CheckoutView, Trouble } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";

/** What is wrong, on top and in one list; each line leads to its field or puts it right. */
export const Troubles = ({ view, ref }: { view: CheckoutView; ref: Ref<HTMLDivElement> }) => {
  const say = useWords(checkoutWords);
  const { errors, trouble } = view;
  const listed = errors.filter(({ field }) => field !== "code");
  return (
    <div ref={ref} tabIndex={-1} className="stack troubles">
      {listed.length > 0 && (
        <Notice tone="error" title={say.errorsTitle(listed.length)}>
          <ul>
            {listed.map(({ field, kind }) => (
              <li key={field}>
                <a href={`#field-${field}`}>
                  {field === "token" || field === "shippingMethodId"
                    ? say.errors[kind]
                    : `${field === "code" ? say.code : say[field]}: ${say.errors[kind]}`}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {trouble && <Meanwhile trouble={trouble} />}
    </div>
  );
};

const Meanwhile = ({ trouble }: { trouble: Trouble }) => {
  const say = useWords(checkoutWords);
  const language = useLanguage();
  if (trouble.kind === "busy") return <BusyNotice trouble={trouble} />;
  if (trouble.kind === "refused") {
    return (
      <Notice tone="error" title={trouble.title}>
        <p>{say.refusedText}</p>
      </Notice>
    );
  }
  if (trouble.kind === "changed") {
    const { before, now } = trouble;
    const text = (money: typeof now) => moneyText(money, language, "exact");
    return (
      <Notice title={say.changed(text(before), text(now))}>
        <p>{trouble.isSaleOver ? say.saleOverText : say.changedText}</p>
      </Notice>
    );
  }
  return trouble.lines.map(({ sku, name, available }) => (
    <Notice key={sku} title={available > 0 ? say.notEnough(name, available) : say.soldOut(name)}>
      <p>{say.soldOutText}</p>
      <p className="row">
        {available > 0 && (
          <button
            className="button low"
            name="intent"
            value={`keep:${Math.min(99, available)}:${sku}`}
          >
            {say.keep(available)}
          </button>
        )}
        <button className="button low" name="intent" value={`drop:0:${sku}`}>
          {say.drop}
        </button>
      </p>
    </Notice>
  ));
};
