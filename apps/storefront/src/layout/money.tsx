import type { Language, Money } from "@wares/contracts";
import { catalogue, useLanguage, useWords } from "./locale.ts";

type Style = "short" | "exact";
const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (language: Language, currency: string, style: Style) => {
  const key = `${language}${currency}${style}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-US", {
    style: "currency",
    currency,
    ...(style === "short" && { trailingZeroDisplay: "stripIfInteger" as const }),
  });
  formats.set(key, made);
  return made;
};

/** Minor units become a price only where somebody reads it: 2800 USD is $28 on a shelf, $28.00 in a sum. */
export const moneyText = ({ amount, currency }: Money, language: Language, style: Style) => {
  const format = formatOf(language, currency, style);
  return format.format(amount / 10 ** (currency === "JPY" ? 0 : 2));
};

export const Amount = ({ value, style = "exact" }: { value: Money; style?: Style }) => {
  const language = useLanguage();
  return <>{moneyText(value, language, style)}</>;
};

const words = catalogue({
  en: { was: "Was ", now: " now ", from: "from " },
  zh: { was: "原价 ", now: " 现价 ", from: "" },
});

type PriceProps = { price: Money; salePrice?: Money | undefined; isFrom?: boolean };

/** Sale prices stay in ink, the old one struck through. */
export const Price = ({ price, salePrice, isFrom = false }: PriceProps) => {
  const say = useWords(words);
  const language = useLanguage();
  const lowest = <Amount value={salePrice ?? price} style="short" />;
  if (!salePrice) {
    return (
      <span className="price">
        {isFrom && say.from}
        {lowest}
        {isFrom && language === "zh" && " 起"}
      </span>
    );
  }
  return (
    <span className="price">
      <span className="hidden-text">{say.was}</span>
      <s>
        <Amount value={price} style="short" />
      </s>{" "}
      <span className="hidden-text">{say.now}</span>
      {lowest}
    </span>
  );
};
