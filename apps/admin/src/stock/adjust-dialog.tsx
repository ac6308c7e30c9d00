import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AdjustmentRequest, InventoryInfo } from "@wares/contracts";
import { Bell } from "lucide-react";
import { useState } from "react";
import { newId } from "../api/new-id.ts";
import { blamed } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { signed } from "../shell/say.ts";
import { adjust, stockKey } from "./stock.queries.ts";

const words = {
  en: {
    title: (sku: string) => `Adjust ${sku}`,
    does: (change: string) => `Adjust by ${change}`,
    reason: "Reason",
    reasons: {
      Purchase: ["Purchase", "came in"],
      Return: ["Return", "came back"],
      Adjustment: ["Adjustment", "count differs"],
      Damage: ["Damage", "broken"],
      Expiry: ["Expiry", "too old"],
    },
    change: "Change",
    note: "Reference",
    onHand: "On hand",
    available: "Available",
    whole: "A whole number, not 0.",
    below: (least: number) => `No less than ${least}: so many are on hand.`,
    notice: (limit: number) => `Falls to ${limit} or below: a low-stock notice goes out.`,
    held: (held: number) => `${held} pieces held for orders stay held.`,
  },
  zh: {
    title: (sku: string) => `调整 ${sku}`,
    does: (change: string) => `调整 ${change}`,
    reason: "原因",
    reasons: {
      Purchase: ["进货", "新到"],
      Return: ["退货", "退回"],
      Adjustment: ["盘点", "数量不符"],
      Damage: ["损坏", "破损"],
      Expiry: ["过期", "太旧"],
    },
    change: "变化",
    note: "说明",
    onHand: "在库",
    available: "可售",
    whole: "请输入非零整数。",
    below: (least: number) => `不能低于 ${least}，现有在库就这么多。`,
    notice: (limit: number) => `将降至 ${limit} 或以下，会发出低库存通知。`,
    held: (held: number) => `为订单占用的 ${held} 件保持不变。`,
  },
} satisfies Words<unknown>;

const reasons = ["Purchase", "Return", "Adjustment", "Damage", "Expiry"] as const;

export const AdjustDialog = ({ info, onClose }: { info: InventoryInfo; onClose: () => void }) => {
  const text = useWords(words);
  const client = useQueryClient();
  // Made once: an adjustment sent twice is made once.
  const [adjustmentId] = useState(newId);
  const [reason, setReason] = useState<AdjustmentRequest["reason"]>("Adjustment");
  const [typed, setTyped] = useState("");
  const [note, setNote] = useState("");
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      adjust(info.sku, {
        adjustmentId,
        change,
        reason,
        ...(note.trim() && { note: note.trim() }),
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: stockKey }),
  });
  const change = /^[+-]?\d{1,7}$/.test(typed.trim()) ? Number(typed) : 0;
  const isTooLow = info.quantity + change < 0;
  const isReady = change !== 0 && !isTooLow;
  const field = blamed(error);
  const own =
    typed && change === 0 ? text.whole : isTooLow ? text.below(-info.quantity) : undefined;
  return (
    <Dialog
      title={text.title(info.sku)}
      does={text.does(signed(change))}
      isReady={isReady}
      isBusy={isPending}
      error={error && field !== "change" && field !== "note" ? error.message : undefined}
      onDo={() => mutate()}
      onClose={onClose}
    >
      <Reasons chosen={reason} onChoose={setReason} />
      <div className="form2">
        <TextBox
          label={text.change}
          error={field === "change" ? error?.message : own}
          className="in n"
          isFirst
          inputMode="numeric"
          value={typed}
          onType={setTyped}
        />
        <TextBox
          label={text.note}
          error={field === "note" ? error?.message : undefined}
          maxLength={500}
          value={note}
          onType={setNote}
        />
      </div>
      <BeforeAfter info={info} change={isReady ? change : 0} />
      {isReady && <Consequence info={info} change={change} />}
    </Dialog>
  );
};

const Reasons = ({
  chosen,
  onChoose,
}: {
  chosen: AdjustmentRequest["reason"];
  onChoose: (reason: AdjustmentRequest["reason"]) => void;
}) => {
  const text = useWords(words);
  return (
    <fieldset className="reasons">
      <legend className="lab">{text.reason}</legend>
      {reasons.map((reason) => (
        <label key={reason}>
          <input
            type="radio"
            name="reason"
            checked={chosen === reason}
            onChange={() => onChoose(reason)}
          />
          <span>
            <b>{text.reasons[reason][0]}</b>
            <small>{text.reasons[reason][1]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const BeforeAfter = ({ info, change }: { info: InventoryInfo; change: number }) => {
  const text = useWords(words);
  const figures = [
    [text.onHand, info.quantity],
    [text.available, info.availableQuantity],
  ] as const;
  return (
    <div className="after">
      {figures.map(([name, before]) => (
        <div key={name}>
          <span className="q">{name}</span>
          <b className="mid">
            {before} <span className="q">→</span> {before + change}
          </b>
        </div>
      ))}
    </div>
  );
};

const Consequence = ({ info, change }: { info: InventoryInfo; change: number }) => {
  const text = useWords(words);
  const { availableQuantity: before, lowStockThreshold: limit, reservedQuantity: held } = info;
  const crosses = before > limit && before + change <= limit;
  if (!crosses && held === 0) return null;
  return (
    <p className={crosses ? "note warn" : "note"}>
      <Bell className="i" aria-hidden />
      <span>
        {crosses && text.notice(limit)} {held > 0 && text.held(held)}
      </span>
    </p>
  );
};
