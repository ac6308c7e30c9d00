import type { PaymentOptions } from "@wares/contracts";
import { Form, useNavigation } from "react-router";
import { PayOptions } from "../checkout/pay-options.tsx";
import { useLanguage, useWords } from "../layout/locale.ts";
import { moneyText } from "../layout/money.tsx";
import { orderWords } from "./order-words.ts";
import type { OrderPageOf } from "./order.server.ts";

type Props = {
  page: OrderPageOf;
  options: PaymentOptions;
  isWithoutCard?: boolean | undefined;
};

/** The order waits, its things are held: another card, the same order. */
export const PayAgain = ({ page, options, isWithoutCard }: Props) => {
  const say = useWords(orderWords);
  const language = useLanguage();
  const isPaying = useNavigation().formData?.get("intent") === "pay";
  const amount = moneyText(page.order.total, language, "exact");
  return (
    <Form method="post" className="card-box stack space-below" aria-labelledby="pay-title">
      <h2 id="pay-title">{say.payAgain}</h2>
      <input type="hidden" name="intent" value="pay" />
      <input type="hidden" name="key" value={page.key ?? ""} />
      <input type="hidden" name="paymentId" value={page.paymentId} />
      <PayOptions
        options={options}
        saved={page.saved}
        canKeep={page.isSignedIn}
        error={isWithoutCard ? "token" : undefined}
      />
      <button className="button main wide" aria-busy={isPaying || undefined}>
        {isPaying ? say.payingNow(amount) : say.pay(amount)}
      </button>
    </Form>
  );
};
