import { useEffect, useRef } from "react";
import { Form, useNavigation, useSubmit } from "react-router";
import { useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/checkout.page.ts";
import type { CheckoutView } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";
import { actOnCheckout, loadCheckout } from "./checkout.server.ts";
import { ContactStep } from "./contact-step.tsx";
import { DeliveryStep } from "./delivery-step.tsx";
import { PaymentStep } from "./payment-step.tsx";
import { Summary } from "./summary.tsx";
import { Troubles } from "./troubles.tsx";

export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadCheckout(request, context.get(visitContext));
export const action = ({ request, context }: Route.ActionArgs) =>
  actOnCheckout(request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Checkout", zh: "结账" }, { isPrivate: true });

// What was typed lives in the form and in the last answer; loading anew would only undo it.
export const shouldRevalidate = () => false;

export default function CheckoutPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(checkoutWords);
  const view: CheckoutView = actionData ?? loaderData;
  const submit = useSubmit();
  const navigation = useNavigation();
  const isPaying = navigation.formData?.get("intent") === "pay";
  const errors = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (view.errors.length > 0 || view.trouble) errors.current?.focus();
  }, [view]);
  const refresh = (form: HTMLFormElement | null) => {
    const data = new FormData(form ?? undefined);
    data.set("intent", "refresh");
    void submit(data, { method: "post", preventScrollReset: true, replace: true });
  };
  return (
    <div className="wrap">
      <h1 className="hidden-text">{say.title}</h1>
      <div className="checkout">
        <Summary view={view} />
        <Form
          id="checkout"
          method="post"
          noValidate
          // One step of the form follows another in place; after paying one stands at the order's top.
          preventScrollReset={view.stage !== "pay"}
          onSubmit={(event) => {
            // Any other press may be overtaken by the next; a payment is asked for once.
            if (isPaying) event.preventDefault();
          }}
        >
          <Carried view={view} />
          <Troubles ref={errors} view={view} />
          <ContactStep view={view} />
          <DeliveryStep view={view} onChange={refresh} />
          <PaymentStep view={view} isPaying={isPaying} />
        </Form>
      </div>
    </div>
  );
}

/** What the form says again with every press: the ids of this purchase, what is bought, what was seen. */
const Carried = ({ view }: { view: CheckoutView }) => {
  const values =
    view.stage === "pay" ? Object.entries(view.values).filter(([name]) => name !== "token") : [];
  return (
    <>
      <input type="hidden" name="orderId" value={view.orderId} />
      <input type="hidden" name="paymentId" value={view.paymentId} />
      <input type="hidden" name="stage" value={view.stage} />
      <input type="hidden" name="quoteVersion" value={view.quote.version} />
      {view.quote.items.some(({ flashSaleId }) => flashSaleId) && (
        <input type="hidden" name="seenSale" value="1" />
      )}
      <input type="hidden" name="seenTotal" value={view.quote.total.amount} />
      <input type="hidden" name="couponCode" value={view.couponCode ?? ""} />
      {view.lines.map(({ sku, quantity }) => (
        <input key={sku} type="hidden" name="line" value={`${quantity}:${sku}`} />
      ))}
      {values.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
};
