import { useQuery } from "@tanstack/react-query";
import type { Order, Payment } from "@wares/contracts";
import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { moment, money } from "../shell/say.ts";
import { useCodeWords } from "./code-words.ts";
import { useMethodName } from "./method-words.ts";
import { paymentsQuery } from "./orders.queries.ts";

const words = {
  en: {
    payment: "Payment",
    taken: "Taken once",
    nothing: "Nothing was paid yet",
    method: "Method",
    answer: "Answer",
    transaction: "Transaction",
    time: "Time",
    amount: "Amount",
    refunds: "Refunds",
    of: ": ",
    Pending: "Pending",
    Processing: "Under way",
    Succeeded: "Succeeded",
    Failed: "Failed",
    Cancelled: "Cancelled",
    Refunded: "Refunded",
  },
  zh: {
    payment: "付款",
    taken: "仅收款一次",
    nothing: "尚未付款",
    method: "方式",
    answer: "结果",
    transaction: "交易号",
    time: "时间",
    amount: "金额",
    refunds: "退款",
    of: "：",
    Pending: "等待中",
    Processing: "进行中",
    Succeeded: "成功",
    Failed: "失败",
    Cancelled: "已取消",
    Refunded: "已退款",
  },
} satisfies Words<unknown>;

export const OrderPayments = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const query = useQuery({ ...paymentsQuery(order.id), refetchInterval: 15_000 });
  const taken = query.data?.filter(({ status }) => status === "Succeeded").length;
  return (
    <section className="card" aria-labelledby="payment-title">
      <header>
        <h2 id="payment-title">{text.payment}</h2>
        {taken === 1 && <span className="tag ok">{text.taken}</span>}
      </header>
      <Answer query={query} rows={2}>
        {(payments) =>
          payments.length === 0 ? (
            <p className="in-b q">{text.nothing}</p>
          ) : (
            <PaymentTable payments={payments} />
          )
        }
      </Answer>
      {order.refunds.length > 0 && <Refunds order={order} />}
    </section>
  );
};

const PaymentTable = ({ payments }: { payments: readonly Payment[] }) => {
  const text = useWords(words);
  const methodName = useMethodName();
  const { language } = useLanguage();
  return (
    <div className="tw" tabIndex={0} role="group" aria-labelledby="payment-title">
      <table className="payments">
        <thead>
          <tr>
            <th>{text.method}</th>
            <th>{text.answer}</th>
            <th>{text.transaction}</th>
            <th>{text.time}</th>
            <th className="n">{text.amount}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id}>
              <td>
                {methodName(payment)} {payment.cardLast4}
              </td>
              <td>
                <Outcome payment={payment} />
              </td>
              <td className="m clip" title={payment.gatewayResponse?.transactionId}>
                {payment.gatewayResponse?.transactionId ?? "–"}
              </td>
              <td className="q num">{moment(payment.updatedAt, language)}</td>
              <td className="n">{money(payment.amount, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const icons = {
  Pending: CircleHelp,
  Processing: CircleHelp,
  Succeeded: CircleCheck,
  Failed: CircleX,
  Cancelled: CircleX,
  Refunded: CircleCheck,
};

const Outcome = ({ payment: { status, failure, gatewayResponse } }: { payment: Payment }) => {
  const text = useWords(words);
  const { ofText, ofCode } = useCodeWords();
  const Icon = icons[status];
  const code = gatewayResponse?.responseCode;
  const why = failure ?? gatewayResponse?.responseMessage;
  const says = why ? ofText(why) : code && ofCode(code);
  return (
    <>
      <Icon className="i" aria-hidden /> {text[status]}
      {says && (
        // The code itself is what one tells the gateway's own support.
        <span className="q" title={code}>
          {text.of}
          {says}
        </span>
      )}
    </>
  );
};

const Refunds = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const { ofText } = useCodeWords();
  const { language } = useLanguage();
  return (
    <table aria-label={text.refunds}>
      <tbody>
        {order.refunds.map(({ id, amount, reason, status, createdAt }) => (
          <tr key={id}>
            <td>{text.refunds}</td>
            <td className="clip" style={{ width: "50%" }}>
              {text[status]}
              {text.of}
              {ofText(reason)}
            </td>
            <td className="q num">{moment(createdAt, language)}</td>
            <td className="n">−{money(amount, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
