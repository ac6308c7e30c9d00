import type { Order, RefundId } from "@wares/contracts";
import { useState } from "react";
import { newId } from "../api/new-id.ts";
import { blamed } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { amountOf, amountText, money } from "../shell/say.ts";
import { refund } from "./orders.queries.ts";
import { type Pieces, proposedRefund, refundable, restockLines } from "./refund-sum.ts";
import { useOrderAct } from "./use-order-act.ts";

const words = {
  en: {
    title: (number: string) => `Refund ${number}`,
    does: (amount: string) => `Refund ${amount}`,
    product: "Product",
    pieces: "Pieces",
    piecesOf: (name: string) => `Pieces of ${name} to refund`,
    each: "Each",
    amount: "Amount",
    reason: "Reason",
    restock: "Put the pieces back on the shelf",
    refunded: "Refunded",
    keep: "We keep",
    reasonMissing: "Say why: it stays with the order.",
    amountBad: (most: string) => `An amount between 0 and ${most}.`,
    reasonHint: "Damaged, came back, goodwill…",
  },
  zh: {
    title: (number: string) => `退款 ${number}`,
    does: (amount: string) => `退款 ${amount}`,
    product: "商品",
    pieces: "件数",
    piecesOf: (name: string) => `${name} 退款件数`,
    each: "单价",
    amount: "金额",
    reason: "原因",
    restock: "将商品放回库存",
    refunded: "已退款",
    keep: "实收",
    reasonMissing: "请写明原因，它会留在订单里。",
    amountBad: (most: string) => `金额须在 0 到 ${most} 之间。`,
    reasonHint: "损坏、退回、补偿……",
  },
} satisfies Words<unknown>;

/** What the dialog holds: pieces propose the amount, and the amount can still be typed over. */
const useRefund = (order: Order, onClose: () => void) => {
  const { currency } = order.total;
  // Made once: sent twice, the money goes back once.
  const [refundId] = useState(() => newId() as RefundId);
  const [pieces, setPieces] = useState<Pieces>({});
  const [typed, setTyped] = useState(() => amountText(refundable(order), currency));
  const [reason, setReason] = useState("");
  const [isRestocked, setIsRestocked] = useState(false);
  const amount = amountOf(typed, currency) ?? 0;
  const isAmountGood = amount > 0 && amount <= refundable(order);
  const sending = useOrderAct(
    () =>
      refund(order.id, {
        refundId,
        amount: { amount, currency },
        reason: reason.trim(),
        restock: isRestocked ? restockLines(order, pieces) : [],
      }),
    onClose,
  );
  const choose = (id: number, quantity: number) => {
    const next = { ...pieces, [id]: quantity };
    setPieces(next);
    setTyped(amountText(proposedRefund(order, next), currency));
  };
  return {
    pieces,
    choose,
    typed,
    setTyped,
    reason,
    setReason,
    isRestocked,
    setIsRestocked,
    amount: isAmountGood ? amount : 0,
    send: () => sending.mutate(undefined),
    isBusy: sending.isPending,
    error: sending.error,
    field: blamed(sending.error),
  };
};
type Refunding = ReturnType<typeof useRefund>;

export const RefundDialog = ({ order, onClose }: { order: Order; onClose: () => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const form = useRefund(order, onClose);
  const [wasTried, setWasTried] = useState(false);
  const { amount, error, field } = form;
  const { currency } = order.total;
  const canRestock = restockLines(order, form.pieces).length > 0;
  return (
    <Dialog
      title={text.title(order.orderNumber)}
      does={text.does(amount > 0 ? money({ amount, currency }, language) : "…")}
      size={720}
      isDangerous
      isBusy={form.isBusy}
      error={error && field !== "reason" && field !== "amount" ? error.message : undefined}
      onDo={() => {
        setWasTried(true);
        if (amount > 0 && form.reason.trim()) form.send();
      }}
      onClose={onClose}
    >
      <RefundPieces order={order} pieces={form.pieces} onChoose={form.choose} />
      <RefundFields order={order} form={form} wasTried={wasTried} />
      <label className="row">
        <input
          type="checkbox"
          checked={form.isRestocked && canRestock}
          disabled={!canRestock}
          onChange={(event) => form.setIsRestocked(event.currentTarget.checked)}
        />
        {text.restock}
      </label>
      <RefundAfter order={order} amount={amount} />
    </Dialog>
  );
};

const RefundFields = ({
  order,
  form,
  wasTried,
}: {
  order: Order;
  form: Refunding;
  wasTried: boolean;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { currency } = order.total;
  const { amount, error, field } = form;
  const most = money({ amount: refundable(order), currency }, language);
  const badAmount = amount > 0 ? undefined : text.amountBad(most);
  const badReason = wasTried && !form.reason.trim() ? text.reasonMissing : undefined;
  return (
    <div className="form2">
      <TextBox
        label={`${text.amount}, ${currency}`}
        error={field === "amount" ? error?.message : badAmount}
        className="in n"
        inputMode="decimal"
        isFirst
        value={form.typed}
        onType={form.setTyped}
      />
      <TextBox
        label={text.reason}
        error={field === "reason" ? error?.message : badReason}
        maxLength={500}
        placeholder={text.reasonHint}
        value={form.reason}
        onType={form.setReason}
      />
    </div>
  );
};

const RefundAfter = ({ order, amount }: { order: Order; amount: number }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const say = (value: number) => money({ amount: value, currency: order.total.currency }, language);
  const figures = [
    [text.refunded, order.refundedTotal.amount, amount],
    [text.keep, refundable(order), -amount],
  ] as const;
  return (
    <div className="after">
      {figures.map(([name, before, change]) => (
        <div key={name}>
          <span className="q">{name}</span>
          <b className="mid">
            {say(before)} <span className="q">→</span> {say(before + change)}
          </b>
        </div>
      ))}
    </div>
  );
};

const RefundPieces = ({
  order,
  pieces,
  onChoose,
}: {
  order: Order;
  pieces: Pieces;
  onChoose: (id: number, quantity: number) => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <table className="refund">
      <thead>
        <tr>
          <th>{text.product}</th>
          <th className="n">{text.each}</th>
          <th className="n">{text.pieces}</th>
        </tr>
      </thead>
      <tbody>
        {order.items.map(({ id, name, quantity, unitPrice }) => (
          <tr key={id}>
            <td className="clip" style={{ width: "60%" }}>
              {name}
            </td>
            <td className="n">{money(unitPrice, language)}</td>
            <td className="n">
              <select
                className="in"
                aria-label={text.piecesOf(name)}
                value={pieces[id] ?? 0}
                onChange={(event) => onChoose(id, Number(event.currentTarget.value))}
              >
                {Array.from({ length: quantity + 1 }, (_, n) => (
                  <option key={n} value={n}>
                    {n} / {quantity}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
