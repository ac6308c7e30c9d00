import { Form, useNavigation } from "react-router";
import { useWords } from "../layout/locale.ts";
import { orderWords } from "./order-words.ts";
import type { OrderPageOf } from "./order.server.ts";

export const CancelOrder = ({ page: { order, key } }: { page: OrderPageOf }) => {
  const say = useWords(orderWords);
  const isCancelling = useNavigation().formData?.get("intent") === "cancel";
  const isGone = order.status === "Shipped" || order.status === "Delivered";
  if (!order.can.cancel && !isGone) return null;
  return (
    <section className="change-mind" aria-labelledby="do-title">
      <h2 id="do-title">{say.changedMind}</h2>
      <p className="small soft spaced-little">{order.can.cancel ? say.canCancel : say.tooLate}</p>
      {order.can.cancel && (
        <Form method="post" className="spaced-little">
          <input type="hidden" name="key" value={key ?? ""} />
          <button
            className="button low"
            name="intent"
            value="cancel"
            aria-busy={isCancelling || undefined}
          >
            {isCancelling ? say.cancelling : say.cancel}
          </button>
        </Form>
      )}
    </section>
  );
};
