import { Done, type PaymentMethodView, User } from "@wares/contracts";
import { Form } from "react-router";
import { checkoutWords } from "../checkout/checkout-words.ts";
import { fullDay } from "../layout/dates.ts";
import { useLanguage, useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { fieldIn } from "../server/form-field.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/payment-methods.page.ts";
import { accountWords } from "./account-words.ts";
import { whenSignedIn } from "./needs-sign-in.ts";

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  return whenSignedIn(request, visit, async () => {
    const { paymentMethods } = await visit.ask({ path: "users/me", schema: User });
    return { paymentMethods };
  });
};

/** Removes one. What is gone already is as good as removed. */
export const action = ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  return whenSignedIn(request, visit, async () => {
    const id = fieldIn(await request.formData(), "id");
    const path = `users/me/payment-methods/${encodeURIComponent(id)}`;
    const { problem } = await attempt(visit.ask({ method: "DELETE", path, schema: Done }));
    return { removed: !problem || problem.status === 404 ? id : undefined };
  });
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Your cards", zh: "我的银行卡" }, { isPrivate: true });

export default function PaymentMethodsPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const removed = actionData?.removed;
  // The answer comes before the list is loaded anew.
  const paymentMethods = loaderData.paymentMethods.filter(({ id }) => id !== removed);
  return (
    <div className="stack">
      {removed && <Notice title={say.cardRemoved} />}
      {paymentMethods.length === 0 && <p className="soft">{say.noCards}</p>}
      {paymentMethods.map((method) => (
        <OneMethod key={method.id} method={method} />
      ))}
    </div>
  );
}

const OneMethod = ({ method }: { method: PaymentMethodView }) => {
  const say = useWords(accountWords);
  const { cardName, comma, methods } = useWords(checkoutWords);
  const language = useLanguage();
  const { id, type, cardBrand = "", cardLast4, isDefault, createdAt } = method;
  const name = cardLast4 ? cardName(cardBrand, cardLast4) : methods[type];
  const kept = say.keptSince(fullDay(createdAt, language));
  const facts = [methods[type], kept, ...(isDefault ? [say.usedLast] : [])];
  return (
    <section className="card-box">
      <p>
        <strong>{name}</strong>
      </p>
      <p className="soft small">{facts.join(comma)}</p>
      <Form method="post" className="row spaced-little">
        <input type="hidden" name="id" value={id} />
        <button className="text-button danger">
          {say.remove}
          <span className="hidden-text"> {name}</span>
        </button>
      </Form>
    </section>
  );
};
