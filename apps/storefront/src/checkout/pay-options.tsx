import type { PaymentMethodView, PaymentOptions } from "@wares/contracts";
import type { ReactNode } from "react";
import { FieldError } from "../layout/field.tsx";
import { Icon } from "../layout/icon.tsx";
import { useWords } from "../layout/locale.ts";
import type { ErrorKind } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";

type Props = {
  options: PaymentOptions;
  saved: readonly PaymentMethodView[];
  /** Somebody is signed in: a card can be kept with them. */
  canKeep: boolean;
  error?: ErrorKind | undefined;
};

/** Which way, and with the sandbox gateway which of its cards: a card number has no place in our forms. */
export const PayOptions = ({ options, saved, canKeep, error }: Props) => {
  const say = useWords(checkoutWords);
  const { testCards } = options;
  const says: Readonly<Record<string, string>> = say.cards;
  return (
    <>
      <Method methods={options.methods} />
      <fieldset className="options" id="field-token" tabIndex={-1}>
        <legend className="field-label space-below-little">{say.payWith}</legend>
        <p className="small soft space-below-little">
          {testCards.length > 0 ? say.sandbox : say.noFields}
        </p>
        {saved.map(({ id, type, cardBrand, cardLast4 }, place) => (
          <Choice
            key={id}
            value={`saved:${id}`}
            isFirst={place === 0}
            name={cardLast4 ? say.cardName(cardBrand ?? "", cardLast4) : say.methods[type]}
          >
            {say.keptCard}
          </Choice>
        ))}
        {testCards.map(({ token, label, brand, last4 }, place) => (
          <Choice
            key={token}
            value={token}
            isFirst={saved.length === 0 && place === 0}
            name={say.cardName(brand, last4)}
          >
            {says[token] ?? label}
          </Choice>
        ))}
        {error && <FieldError>{say.errors[error]}</FieldError>}
      </fieldset>
      {canKeep && (
        <label className="check keep-card">
          <input type="checkbox" name="keep" value="yes" />
          {say.keepCard}
        </label>
      )}
    </>
  );
};

const Method = ({ methods }: Pick<PaymentOptions, "methods">) => {
  const say = useWords(checkoutWords);
  if (methods.length <= 1) {
    return <input type="hidden" name="method" value={methods[0] ?? "CreditCard"} />;
  }
  return (
    <div className="field pay-method">
      <label htmlFor="field-method">{say.method}</label>
      <select className="select" id="field-method" name="method">
        {methods.map((method) => (
          <option key={method} value={method}>
            {say.methods[method]}
          </option>
        ))}
      </select>
    </div>
  );
};

type ChoiceProps = { value: string; isFirst: boolean; name: string; children: ReactNode };

const Choice = ({ value, isFirst, name, children }: ChoiceProps) => (
  <label className="option">
    <span className="check">
      <input type="radio" name="token" value={value} defaultChecked={isFirst} />
    </span>
    <span>
      <strong>{name}</strong>
      <br />
      <span className="soft">{children}</span>
    </span>
    <Icon name="card" />
  </label>
);
