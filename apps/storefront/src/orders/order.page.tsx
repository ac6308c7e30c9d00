import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { Items } from "../checkout/summary.tsx";
import { Sums } from "../checkout/sums.tsx";
import { dayAndTime, fullDay, hourOf } from "../layout/dates.ts";
import { useLanguage, useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/order.page.ts";
import { CancelOrder } from "./cancel-order.tsx";
import { GoingTo } from "./going-to.tsx";
import { orderWords } from "./order-words.ts";
import { actOnOrder, loadOrder, type OrderPageOf } from "./order.server.ts";
import { PayAgain } from "./pay-again.tsx";
import { isMoneyDue, isWaiting, wasPaid } from "./phase.ts";
import { TimeAxis } from "./time-axis.tsx";
import { textOf, Timeline } from "./timeline.tsx";

export const loader = ({ params, request, context }: Route.LoaderArgs) =>
  loadOrder(params.orderId, request, context.get(visitContext));
export const action = ({ params, request, context }: Route.ActionArgs) =>
  actOnOrder(params.orderId, request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location, loaderData }) => {
  const number = loaderData?.order.orderNumber ?? "";
  const titles = { en: `Order ${number}`, zh: `订单 ${number}` };
  // The key stands in the address: it must not reach other sites.
  return [
    ...titleOf(location, titles, { isPrivate: true }),
    { name: "referrer", content: "same-origin" },
  ];
};

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(orderWords);
  const { order, phase, options, wasRefused } = loaderData;
  // While one payment is under way, another would be refused.
  const canTryAnother = phase !== "paying" && phase !== "proving";
  useFollowing(loaderData);
  return (
    <div className="wrap">
      {isWaiting(phase) && (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      )}
      <Head page={loaderData} />
      {wasRefused && <Notice tone="error" title={say.refused} />}
      {actionData?.problem && <Notice tone="error" title={actionData.problem} />}
      <TimeAxis page={loaderData} />
      <div className="order">
        <section aria-labelledby="events-title">
          {options && canTryAnother && (
            <PayAgain
              page={loaderData}
              options={options}
              isWithoutCard={actionData?.isWithoutCard}
            />
          )}
          <h2 id="events-title">{say.history}</h2>
          <Timeline page={loaderData} />
          <CancelOrder page={loaderData} />
        </section>
        <div className="stack">
          <section className="card-box" aria-labelledby="items-title">
            <h2 id="items-title">
              {say.things(order.items.reduce((sum, { quantity }) => sum + quantity, 0))}
            </h2>
            <Items items={order.items} />
            <Sums of={order} couponCode={order.couponCode} />
          </section>
          <GoingTo page={loaderData} />
        </div>
      </div>
    </div>
  );
}

const Head = ({ page }: { page: OrderPageOf }) => {
  const say = useWords(orderWords);
  const language = useLanguage();
  const { order, phase, window, payment } = page;
  const until = order.payBefore ? `${hourOf(order.payBefore, language)} UTC` : "";
  const days = say.between(fullDay(window.earliest, language), fullDay(window.latest, language));
  const failure =
    phase === "PaymentFailed" && payment?.failure ? textOf({ text: payment.failure }, say) : "";
  const reason = phase === "Cancelled" && order.cancelReason && say.reasons[order.cancelReason];
  const text = say.texts[phase === "Cancelled" && wasPaid(payment) ? "Refunded" : phase];
  const shown = typeof text === "string" ? text : text(phase === "Shipped" ? days : until);
  return (
    <div className="order-head">
      <p className="small soft">
        {say.head(order.orderNumber)}{" "}
        <time dateTime={order.createdAt}>{dayAndTime(order.createdAt, language)}</time>
      </p>
      <div role="status">
        <h1>{say.titles[phase]}</h1>
      </div>
      <p className="soft message">{[reason, failure, shown].filter(Boolean).join(say.afterStop)}</p>
      {phase === "proving" && payment?.nextAction && (
        <a className="button main spaced" href={payment.nextAction.url}>
          {say.continue}
        </a>
      )}
    </div>
  );
};

/** The shop tells when something happened; a slow look again stands in where that is cut off. */
const useFollowing = ({ order, key, phase, payment }: OrderPageOf) => {
  const { revalidate } = useRevalidator();
  const isDue = isMoneyDue(order, payment);
  const isSoon = isDue || isWaiting(phase);
  const isOver = ["Delivered", "Cancelled", "Refunded"].includes(phase) && !isDue;
  useEffect(() => {
    if (isOver) return undefined;
    const query = key ? `?key=${encodeURIComponent(key)}` : "";
    const source = new EventSource(`/api/v1/orders/${order.id}/live${query}`);
    // Going elsewhere meanwhile breaks it off, and that is nobody's error.
    const lookAgain = () => void revalidate().catch(() => undefined);
    source.addEventListener("message", lookAgain);
    const slowly = setInterval(lookAgain, isSoon ? 5_000 : 60_000);
    return () => {
      source.close();
      clearInterval(slowly);
    };
  }, [order.id, key, isSoon, isOver, revalidate]);
};
