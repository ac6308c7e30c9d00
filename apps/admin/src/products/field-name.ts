import { useWords } from "../shell/language.tsx";
import { formWords } from "./product-words.ts";

/** A field's name in words, also of one price among many. */
export const useFieldName = () => {
  const text = useWords(formWords);
  return (key: string): string => {
    const [kind, sku, currency] = key.split("/");
    if (sku && currency) return `${kind === "sale" ? text.sale : text.price} ${sku} ${currency}`;
    const name = (text as Readonly<Record<string, unknown>>)[key];
    return typeof name === "string" ? name : key;
  };
};
