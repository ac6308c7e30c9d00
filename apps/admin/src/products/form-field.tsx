import { useWords } from "../shell/language.tsx";
import { Field } from "../shell/field.tsx";
import { formWords } from "./product-words.ts";
import type { Mistake } from "./product-draft.ts";
import type { ProductForm } from "./use-product-form.ts";

export const useMistakeWords = () => {
  const text = useWords(formWords);
  return (mistake: Mistake | undefined): string | undefined => {
    switch (mistake?.kind) {
      case undefined:
        return undefined;
      case "missing":
        return text.missing;
      case "price":
        return text.notPrice;
      case "halfSale":
        return text.halfSale;
      case "line":
        return text.badLine(mistake.line);
      case "said":
        return mistake.words;
    }
  };
};

/** Changed has a green edge, a clash an amber one, a refusal a red one. */
export const classOf = (form: ProductForm, key: string): string => {
  if (form.clashes.some((clash) => clash.key === key)) return "in clash";
  return form.changed.includes(key) ? "in dirty" : "in";
};

export const TextField = ({
  form,
  name,
  rows = 1,
  hint,
}: {
  form: ProductForm;
  name: Exclude<keyof typeof formWords.en, "badLine">;
  rows?: number;
  hint?: string;
}) => {
  const text = useWords(formWords);
  const say = useMistakeWords();
  const value = form.mine[name] ?? "";
  return (
    <Field label={text[name]} error={say(form.mistakes[name])} hint={hint}>
      {(ids) =>
        rows > 1 ? (
          <textarea
            {...ids}
            className={classOf(form, name)}
            rows={rows}
            maxLength={20_000}
            value={value}
            onChange={(event) => form.set(name, event.currentTarget.value)}
          />
        ) : (
          <input
            {...ids}
            className={classOf(form, name)}
            maxLength={300}
            value={value}
            onChange={(event) => form.set(name, event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
};
