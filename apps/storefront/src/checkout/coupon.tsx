import { FieldError } from "../layout/field.tsx";
import { useWords } from "../layout/locale.ts";
import type { CheckoutView } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";

type Props = { view: CheckoutView; id: "code" | "code-phone" };

/** Stands in the summary and belongs to the form beside it, so that nothing typed there is lost. */
export const Coupon = ({ view, id }: Props) => {
  const say = useWords(checkoutWords);
  const { quote, couponCode = "", errors } = view;
  const isWrong = errors.some(({ field }) => field === "code");
  const problem = quote.couponProblem
    ? say.couponProblems[quote.couponProblem]
    : isWrong
      ? say.couponProblems.Unknown
      : undefined;
  return (
    <details className="spaced" open={problem !== undefined || couponCode !== ""}>
      <summary className="text-button">{say.addCode}</summary>
      <div className="inline-form spaced-little">
        <input
          className="input"
          id={id}
          name={id}
          form="checkout"
          aria-label={say.code}
          defaultValue={couponCode}
          maxLength={40}
          autoComplete="off"
          {...(problem && { "aria-invalid": true, "aria-describedby": `${id}-error` })}
        />
        <button className="button" form="checkout" name="intent" value={`coupon:${id}`}>
          {say.apply}
        </button>
      </div>
      {quote.coupon && <p className="small soft">{quote.coupon.label}</p>}
      {problem && <FieldError id={`${id}-error`}>{problem}</FieldError>}
    </details>
  );
};
