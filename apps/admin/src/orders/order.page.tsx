import { useQuery } from "@tanstack/react-query";
import type { Order } from "@wares/contracts";
import { CheckCheck, PackageOpen, Truck, Undo2, type LucideIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useParams } from "react-router";
import { Answer, Unreadable } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { moment } from "../shell/say.ts";
import { type Keys, useKeys } from "../shell/use-keys.ts";
import { type Deed, OrderDialog } from "./order-dialogs.tsx";
import { OrderLines } from "./order-lines.tsx";
import { Next } from "./order-marks.tsx";
import { OrderPayments } from "./order-payments.tsx";
import { OrderPeople } from "./order-people.tsx";
import { OrderSteps } from "./order-steps.tsx";
import { OrderTimeline } from "./order-timeline.tsx";
import { nextStep } from "./next-step.ts";
import { statusWords } from "./order-words.ts";
import { orderQuery } from "./orders.queries.ts";

const words = {
  en: {
    orders: "Orders",
    order: "Order",
    start: "Start processing",
    ship: (n: number) => `Ship ${n} ${n === 1 ? "piece" : "pieces"}`,
    deliver: "Delivered",
    cancel: "Cancel order",
    refund: "Refund",
    shipKey: "next step",
    refundKey: "refund",
    noteKey: "note",
    storyKey: "story or machine",
    wrote: "The shopper wrote",
  },
  zh: {
    orders: "订单",
    order: "订单",
    start: "开始备货",
    ship: (n: number) => `发出 ${n} 件`,
    deliver: "已送达",
    cancel: "取消订单",
    refund: "退款",
    shipKey: "下一步",
    refundKey: "退款",
    noteKey: "备注",
    storyKey: "人或系统",
    wrote: "顾客留言",
  },
} satisfies Words<unknown>;

export const OrderPage = () => {
  const { orderId = "" } = useParams();
  const text = useWords(words);
  const query = useQuery({ ...orderQuery(orderId), refetchInterval: 15_000 });
  // A read that fails while somebody fills a dialog takes neither the order nor the dialog away.
  if (query.data)
    return (
      <OrderRecord order={query.data}>
        {query.error && (
          <Unreadable why={query.error.message} hasOlder onRetry={() => void query.refetch()} />
        )}
      </OrderRecord>
    );
  return (
    <Page title={text.order} crumb={<Link to="/orders">{text.orders}</Link>}>
      <Answer query={query} rows={10}>
        {() => null}
      </Answer>
    </Page>
  );
};

const OrderRecord = ({ order, children }: { order: Order; children: ReactNode }) => {
  const text = useWords(words);
  const names = useWords(statusWords);
  const { language } = useLanguage();
  const [deed, setDeed] = useState<Deed>();
  const primary = primaryDeed(order);
  const { isUrgent } = nextStep(order, Date.now());
  const keys: Keys = {
    ...(primary && { s: () => setDeed(primary) }),
    ...(order.can.refund && { r: () => setDeed("refund") }),
  };
  useKeys(keys);
  const pieces = piecesOf(order);
  return (
    <Page
      title={order.orderNumber}
      crumb={<Link to="/orders">{text.orders}</Link>}
      sub={
        <>
          {isUrgent && (
            <span className="tag warn">
              <Next order={{ ...order, itemCount: pieces }} />
            </span>
          )}
          <span className="only-s">{names[order.status]}</span>
          <span>{moment(order.createdAt, language)}</span>
        </>
      }
      actions={<Deeds order={order} onDeed={setDeed} />}
      keys={[
        [["s"], text.shipKey],
        [["r"], text.refundKey],
        [["n"], text.noteKey],
        [["m"], text.storyKey],
      ]}
    >
      {children}
      <OrderBody order={order} />
      <div className="orderbar">
        <Deeds order={order} onDeed={setDeed} />
      </div>
      {deed && <OrderDialog deed={deed} order={order} onClose={() => setDeed(undefined)} />}
    </Page>
  );
};

const OrderBody = ({ order }: { order: Order }) => {
  const text = useWords(words);
  return (
    <>
      <OrderSteps order={order} />
      <div className="od">
        <div className="stack">
          {order.notes && (
            <p className="note">
              <span>
                <b>{text.wrote}</b> {order.notes}
              </span>
            </p>
          )}
          <OrderLines order={order} />
          <OrderPayments order={order} />
          <OrderPeople order={order} />
        </div>
        <OrderTimeline order={order} />
      </div>
    </>
  );
};

const piecesOf = ({ items }: Order) => items.reduce((sum, { quantity }) => sum + quantity, 0);

/** The one thing to do next: the filled button, and the key s. */
const primaryDeed = ({ can }: Order): "start" | "ship" | "deliver" | undefined =>
  can.startProcessing ? "start" : can.ship ? "ship" : can.deliver ? "deliver" : undefined;

const icons: Record<"start" | "ship" | "deliver", LucideIcon> = {
  start: PackageOpen,
  ship: Truck,
  deliver: CheckCheck,
};

const Deeds = ({ order, onDeed }: { order: Order; onDeed: (deed: Deed) => void }) => {
  const text = useWords(words);
  const primary = primaryDeed(order);
  const Icon = primary && icons[primary];
  const says = {
    start: text.start,
    ship: text.ship(piecesOf(order)),
    deliver: text.deliver,
  };
  return (
    <>
      {order.can.cancel && (
        <button type="button" className="btn d" onClick={() => onDeed("cancel")}>
          {text.cancel}
        </button>
      )}
      {order.can.refund && (
        <button type="button" className="btn" onClick={() => onDeed("refund")}>
          <Undo2 className="i" aria-hidden />
          {text.refund} <kbd>r</kbd>
        </button>
      )}
      {primary && Icon && (
        <button type="button" className="btn p" onClick={() => onDeed(primary)}>
          <Icon className="i" aria-hidden />
          {says[primary]} <kbd>s</kbd>
        </button>
      )}
    </>
  );
};
