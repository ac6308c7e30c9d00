import { useWords } from "../layout/locale.ts";
import { fullName, placeLines } from "../layout/postal.ts";
import { Amount } from "../layout/money.tsx";
import { orderWords } from "./order-words.ts";
import type { OrderPageOf } from "./order.server.ts";

export const GoingTo = ({ page: { order, payment, country } }: { page: OrderPageOf }) => {
  const say = useWords(orderWords);
  const { shippingAddress: to, shippingMethod, shipment, contact, refundedTotal } = order;
  const lines = [fullName(to), to.company, ...placeLines(to), country].filter(
    (line) => line !== undefined && line !== "",
  );
  return (
    <section className="card-box" aria-labelledby="to-title">
      <h2 id="to-title" className="space-below-little">
        {say.goingTo}
      </h2>
      <dl className="pairs">
        <dt>{say.address}</dt>
        <dd>
          {lines.map((line) => (
            <span key={line} className="line">
              {line}
            </span>
          ))}
        </dd>
        <dt>{say.how}</dt>
        <dd>{shippingMethod.name}</dd>
        {shipment && (
          <>
            <dt>{say.parcel}</dt>
            <dd>
              {shipment.carrier} {shipment.trackingNumber}
            </dd>
          </>
        )}
        {payment?.cardLast4 && payment.status === "Succeeded" && (
          <>
            <dt>{say.paidWith}</dt>
            <dd>{say.ending(payment.cardBrand ?? "", payment.cardLast4)}</dd>
          </>
        )}
        {refundedTotal.amount > 0 && (
          <>
            <dt>{say.refunded}</dt>
            <dd>
              <Amount value={refundedTotal} />
            </dd>
          </>
        )}
      </dl>
      <p className="small soft spaced-little">{say.receipt(contact.email)}</p>
    </section>
  );
};
