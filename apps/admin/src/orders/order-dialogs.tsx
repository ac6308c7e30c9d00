import type { Order } from "@wares/contracts";
import { useState } from "react";
import { Dialog } from "../shell/dialog.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { money } from "../shell/say.ts";
import { Status } from "./order-marks.tsx";
import { cancel, deliver, startProcessing } from "./orders.queries.ts";
import { RefundDialog } from "./refund-dialog.tsx";
import { ShipDialog } from "./ship-dialog.tsx";
import { useOrderAct } from "./use-order-act.ts";

const words = {
  en: {
    startTitle: (number: string) => `Start on ${number}`,
    start: "Start processing",
    startWhy: "The shopper sees that it is being packed, and can no longer cancel by themselves.",
    deliverTitle: (number: string) => `${number} has arrived`,
    deliver: "Mark as delivered",
    deliverWhy: "The shopper is told, and asked for a review later.",
    cancelTitle: (number: string) => `Cancel ${number}`,
    cancel: (amount: string) => `Cancel order of ${amount}`,
    cancelWhy:
      "The pieces go back to stock and money that was taken is given back. This cannot be undone.",
    note: "Note, for the team",
  },
  zh: {
    startTitle: (number: string) => `开始处理 ${number}`,
    start: "开始备货",
    startWhy: "顾客会看到正在备货，且不能再自行取消。",
    deliverTitle: (number: string) => `${number} 已到达`,
    deliver: "标记为已送达",
    deliverWhy: "系统会通知顾客，并在之后邀请评价。",
    cancelTitle: (number: string) => `取消 ${number}`,
    cancel: (amount: string) => `取消 ${amount} 的订单`,
    cancelWhy: "商品退回库存，已收款项原路退还。此操作无法撤销。",
    note: "备注（仅团队可见）",
  },
} satisfies Words<unknown>;

export type Deed = "start" | "ship" | "deliver" | "cancel" | "refund";

export const OrderDialog = ({
  deed,
  order,
  onClose,
}: {
  deed: Deed;
  order: Order;
  onClose: () => void;
}) => {
  switch (deed) {
    case "ship":
      return <ShipDialog order={order} onClose={onClose} />;
    case "refund":
      return <RefundDialog order={order} onClose={onClose} />;
    case "cancel":
      return <CancelDialog order={order} onClose={onClose} />;
    case "start":
    case "deliver":
      return <StepDialog deed={deed} order={order} onClose={onClose} />;
  }
};

const StepDialog = ({
  deed,
  order,
  onClose,
}: {
  deed: "start" | "deliver";
  order: Order;
  onClose: () => void;
}) => {
  const text = useWords(words);
  const act = deed === "start" ? startProcessing : deliver;
  const { mutate, error, isPending } = useOrderAct(() => act(order.id), onClose);
  const title = deed === "start" ? text.startTitle : text.deliverTitle;
  return (
    <Dialog
      title={title(order.orderNumber)}
      does={text[deed]}
      isBusy={isPending}
      error={error?.message}
      onDo={() => mutate(undefined)}
      onClose={onClose}
    >
      <div className="after">
        <Status status={order.status} />
        <Status status={deed === "start" ? "Processing" : "Delivered"} />
      </div>
      <p className="q">{deed === "start" ? text.startWhy : text.deliverWhy}</p>
    </Dialog>
  );
};

const CancelDialog = ({ order, onClose }: { order: Order; onClose: () => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [note, setNote] = useState("");
  const { mutate, error, isPending } = useOrderAct(() => cancel(order.id, note.trim()), onClose);
  return (
    <Dialog
      title={text.cancelTitle(order.orderNumber)}
      does={text.cancel(money(order.total, language))}
      isDangerous
      isBusy={isPending}
      error={error?.message}
      onDo={() => mutate(undefined)}
      onClose={onClose}
    >
      <div className="stack tight">
        <p className="note warn">{text.cancelWhy}</p>
        <TextBox label={text.note} isFirst maxLength={500} value={note} onType={setNote} />
      </div>
    </Dialog>
  );
};
