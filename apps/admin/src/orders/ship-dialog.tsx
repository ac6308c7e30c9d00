import type { Order, ShipmentId } from "@wares/contracts";
import { useState } from "react";
import { newId } from "../api/new-id.ts";
import { blamed } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { ship } from "./orders.queries.ts";
import { useOrderAct } from "./use-order-act.ts";

const words = {
  en: {
    title: (number: string) => `Ship ${number}`,
    does: (n: number) => `Ship ${n} ${n === 1 ? "piece" : "pieces"}`,
    carrier: "Carrier",
    service: "Service",
    tracking: "Tracking number",
    trackingMissing: "The shopper follows the parcel by it.",
    told: (email: string) => `A mail with the tracking number goes to ${email}.`,
  },
  zh: {
    title: (number: string) => `发出 ${number}`,
    does: (n: number) => `发出 ${n} 件`,
    carrier: "承运商",
    service: "服务",
    tracking: "运单号",
    trackingMissing: "顾客凭它查询包裹。",
    told: (email: string) => `运单号将发送到 ${email}。`,
  },
} satisfies Words<unknown>;

export const ShipDialog = ({ order, onClose }: { order: Order; onClose: () => void }) => {
  const text = useWords(words);
  // Made once: however often the button is pressed, there is one parcel.
  const [shipmentId] = useState(() => newId() as ShipmentId);
  const [carrier, setCarrier] = useState(order.shippingMethod.carrier);
  const [service, setService] = useState(order.shippingMethod.service);
  const [trackingNumber, setTrackingNumber] = useState("");
  const [wasTried, setWasTried] = useState(false);
  const { mutate, error, isPending } = useOrderAct(
    () => ship(order.id, { shipmentId, carrier, service, trackingNumber: trackingNumber.trim() }),
    onClose,
  );
  const field = blamed(error);
  const pieces = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const isMissing = trackingNumber.trim() === "";
  const said = (name: string) => (field === name ? error?.message : undefined);
  return (
    <Dialog
      title={text.title(order.orderNumber)}
      does={text.does(pieces)}
      isBusy={isPending}
      error={
        error && !["carrier", "service", "trackingNumber"].includes(field ?? "")
          ? error.message
          : undefined
      }
      onDo={() => {
        setWasTried(true);
        if (!isMissing) mutate(undefined);
      }}
      onClose={onClose}
    >
      <div className="stack tight">
        <PackingList order={order} />
        <div className="form2">
          <TextBox
            label={text.carrier}
            error={said("carrier")}
            value={carrier}
            maxLength={100}
            onType={setCarrier}
          />
          <TextBox
            label={text.service}
            error={said("service")}
            value={service}
            maxLength={100}
            onType={setService}
          />
        </div>
        <TextBox
          label={text.tracking}
          error={
            said("trackingNumber") ?? (wasTried && isMissing ? text.trackingMissing : undefined)
          }
          hint={text.told(order.contact.email)}
          isFirst
          value={trackingNumber}
          maxLength={100}
          onType={setTrackingNumber}
        />
      </div>
    </Dialog>
  );
};

const PackingList = ({ order }: { order: Order }) => (
  <ul className="plain">
    {order.items.map(({ id, name, quantity }) => (
      <li key={id}>
        <span className="clip">{name}</span>
        <span className="n">× {quantity}</span>
      </li>
    ))}
  </ul>
);
