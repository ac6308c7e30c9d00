import type { ProductView, VariantView } from "@wares/contracts";
import { Link } from "react-router";
import { useWords } from "../layout/locale.ts";
import { productWords } from "./product-words.ts";
import { type Choice, choicesOf } from "./variants.ts";

/** Links, not inputs: each choice is an address that can be sent to somebody. Sold out stays, crossed, and can be looked at. */
export const Choices = ({ product, chosen }: { product: ProductView; chosen: VariantView }) => {
  const say = useWords(productWords);
  return choicesOf(product, chosen).map(({ name, isSwatches, choices }) => (
    <fieldset key={name}>
      <legend>
        <strong>{name}</strong>
        <span className="soft">{chosen.attributes[name]}</span>
      </legend>
      <div className="choices">
        {choices.map((choice) => (
          <Link
            key={choice.value}
            className={classOf(choice, isSwatches)}
            to={`?sku=${encodeURIComponent(choice.sku)}`}
            aria-current={choice.isChosen || undefined}
            preventScrollReset
            replace
          >
            {isSwatches ? (
              <Swatch choice={choice} soldOut={say.soldOut} />
            ) : (
              <span className="face">
                <span className="label">{choice.value}</span>
                {choice.isGone && <small>{say.soldOut}</small>}
              </span>
            )}
          </Link>
        ))}
      </div>
    </fieldset>
  ));
};

const classOf = ({ isChosen, isGone }: Choice, isSwatches: boolean) =>
  `choice ${isSwatches ? "swatch" : "size"}${isChosen ? " chosen" : ""}${isGone ? " gone" : ""}`;

const Swatch = ({ choice, soldOut }: { choice: Choice; soldOut: string }) => (
  <>
    <span className="face">
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <rect width="36" height="36" fill={choice.swatch} />
      </svg>
    </span>
    <span className="hidden-text">
      {choice.value}
      {choice.isGone && `, ${soldOut}`}
    </span>
  </>
);
