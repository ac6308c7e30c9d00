import { Link } from "react-router";
import { usePath, useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { Countdown } from "./countdown.tsx";
import type { Sale, SaleItem, SalePhase } from "./sale-view.ts";
import { saleWords } from "./sale-words.ts";
import { StockBar } from "./stock-bar.tsx";

type Props = { sale: Sale; item: SaleItem; phase: SalePhase; available: number };

/** What a sale says of the variant one looks at: until when, how many are left, how many one may have. */
export const SaleOffer = ({ sale, item, phase, available }: Props) => {
  const say = useWords(saleWords);
  const isRunning = phase === "running";
  return (
    <section className="sale-offer spaced" aria-label={say.flash}>
      <p className="between">
        <strong>{say.flash}</strong>
        <Countdown sale={sale} />
      </p>
      {isRunning ? (
        <StockBar available={available} quantity={item.quantity} />
      ) : (
        <p>
          {say.priceThen}{" "}
          <strong className="num">
            <Amount value={item.price} style="short" />
          </strong>
        </p>
      )}
      <p className="small soft">
        {isRunning && available === 0 ? say.soldOutText : say.limit(sale.limit)}
      </p>
    </section>
  );
};

/** Instead of the button that buys: first one waits. Never fetched ahead, for to come is to take a place. */
export const RoomLink = ({ sale, isEarly }: { sale: Sale; isEarly: boolean }) => {
  const say = useWords(saleWords);
  const path = usePath();
  return (
    <div className="room-link">
      <Link
        className={isEarly ? "button wide" : "button main wide"}
        to={path(`/sale/${sale.id}/wait`)}
        id={isEarly ? undefined : "add-to-cart"}
      >
        {isEarly ? say.roomEarly : say.room}
      </Link>
      <p className="small soft">{say.roomText}</p>
    </div>
  );
};
