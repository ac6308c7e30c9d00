import { shortDay } from "../layout/dates.ts";
import { Icon } from "../layout/icon.tsx";
import { useLanguage, useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { productWords } from "./product-words.ts";
import type { ProductPageOf } from "./product.server.ts";

type Estimate = NonNullable<ProductPageOf["delivery"]>;

/** Dots for what is known, a band for what is likely. */
export const Delivery = ({ delivery }: { delivery: Estimate }) => {
  const say = useWords(productWords);
  const language = useLanguage();
  const { leaves, earliest, latest } = delivery.window;
  const [from, to] = [shortDay(earliest, language), shortDay(latest, language)];
  return (
    <section className="delivery" aria-labelledby="delivery-title">
      <div className="between space-below-little">
        <h2 id="delivery-title" className="plain">
          {say.withYou(from, to)}
        </h2>
        <span className="small soft">{say.toCountry(delivery.country)}</span>
      </div>
      <ol className="wait-line">
        <li className="now">
          <strong>{say.today}</strong>
          {say.orderNow}
        </li>
        <li>
          <strong>{shortDay(leaves, language)}</strong>
          {say.leaves}
        </li>
        <li className="window">
          <strong>
            <span>{from}</span>
            {from !== to && (
              <>
                {" – "}
                <span>{to}</span>
              </>
            )}
          </strong>
          {say.atDoor}
        </li>
      </ol>
    </section>
  );
};

export const Facts = ({ delivery }: { delivery: Estimate | undefined }) => {
  const say = useWords(productWords);
  return (
    <ul className="facts">
      {delivery && (
        <li>
          <Icon name="parcel" />
          <span>
            {delivery.cost.amount === 0 ? (
              say.deliveryFree
            ) : (
              <>
                {say.deliveryFrom}
                <Amount value={delivery.cost} style="short" />
              </>
            )}
          </span>
        </li>
      )}
      <li>
        <Icon name="back" />
        <span>{say.sendBack}</span>
      </li>
      <li>
        <Icon name="wrench" />
        <span>{say.mended}</span>
      </li>
    </ul>
  );
};
