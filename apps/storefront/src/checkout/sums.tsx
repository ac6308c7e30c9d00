import type { Money } from "@wares/contracts";
import { useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { checkoutWords } from "./checkout-words.ts";

type Props = {
  of: { subtotal: Money; discount: Money; shipping: Money; tax: Money; total: Money };
  couponCode?: string | undefined;
  /** Tax that the prices hold already: shown, not added. */
  taxIncluded?: Money;
};

export const Sums = ({ of, couponCode = "", taxIncluded }: Props) => {
  const say = useWords(checkoutWords);
  return (
    <dl className="sums">
      <dt className="soft">{say.subtotal}</dt>
      <dd>
        <Amount value={of.subtotal} />
      </dd>
      {of.discount.amount > 0 && (
        <>
          <dt className="soft">{say.discount(couponCode)}</dt>
          <dd>
            −<Amount value={of.discount} />
          </dd>
        </>
      )}
      <dt className="soft">{say.deliveryCost}</dt>
      <dd>{of.shipping.amount === 0 ? say.free : <Amount value={of.shipping} />}</dd>
      {/* Where prices hold the tax already, "0.00" would say that there is none. */}
      {(of.tax.amount > 0 || taxIncluded?.amount === 0) && (
        <>
          <dt className="soft">{say.tax}</dt>
          <dd>
            <Amount value={of.tax} />
          </dd>
        </>
      )}
      <dt className="total">{say.total}</dt>
      <dd className="total">
        <Amount value={of.total} />
      </dd>
      {taxIncluded && taxIncluded.amount > 0 && (
        <>
          <dt className="soft">{say.taxIncluded}</dt>
          <dd className="soft">
            <Amount value={taxIncluded} />
          </dd>
        </>
      )}
    </dl>
  );
};
