import { useLanguage, useWords } from "../layout/locale.ts";
import { moneyText } from "../layout/money.tsx";
import type { CheckoutView } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";
import { PayOptions } from "./pay-options.tsx";
import { Step } from "./step.tsx";

type Props = { view: CheckoutView; isPaying: boolean };

export const PaymentStep = ({ view, isPaying }: Props) => {
  const say = useWords(checkoutWords);
  const language = useLanguage();
  const { stage, quote, options, saved, isSignedIn, errors } = view;
  if (stage === "details") {
    return (
      <Step number={3} title={say.payment} state="to-come">
        <p className="small soft">{say.paymentToCome}</p>
      </Step>
    );
  }
  const amount = moneyText(quote.total, language, "exact");
  return (
    <Step number={3} title={say.payment} state="open">
      <div className="step-body stack wide-stack">
        <PayOptions
          options={options}
          saved={saved}
          canKeep={isSignedIn}
          error={errors.find(({ field }) => field === "token")?.kind}
        />
        <div>
          <button
            className="button main wide"
            name="intent"
            value="pay"
            aria-busy={isPaying || undefined}
            aria-disabled={isPaying || undefined}
          >
            {isPaying ? say.paying(amount) : say.pay(amount)}
          </button>
          <p className="small soft spaced-little">{say.once}</p>
        </div>
      </div>
    </Step>
  );
};
