import type { PaymentOptions } from "@wares/contracts";
import { FieldError } from "../layout/field.tsx";
import { Icon } from "../layout/icon.tsx";
import { useWords } from "../layout/locale.ts";
import type { ErrorKind } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";

type Props = { options: PaymentOptions; error?: ErrorKind | undefined };

/** Which way, and with the sandbox gateway which of its cards: a card number has no place in our forms. */
export const PayOptions = ({ options, error }: Props) => {
  const say = useWords(checkoutWords);
  const { methods, testCards } = options;
  const says: Readonly<Record<string, string>> = say.cards;
  return (
    <>
      {methods.length > 1 ? (
        <div className="field">
          <label htmlFor="field-method">{say.method}</label>
          <select className="select" id="field-method" name="method">
            {methods.map((method) => (
              <option key={method} value={method}>
                {say.methods[method]}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <input type="hidden" name="method" value={methods[0] ?? "CreditCard"} />
      )}
      <fieldset className="options" id="field-token" tabIndex={-1}>
        <legend className="field-label space-below-little">{say.payWith}</legend>
        <p className="small soft space-below-little">
          {testCards.length > 0 ? say.sandbox : say.noFields}
        </p>
        {testCards.map(({ token, label, brand, last4 }, place) => (
          <label key={token} className="option">
            <span className="check">
              <input type="radio" name="token" value={token} defaultChecked={place === 0} />
            </span>
            <span>
              <strong>
                {brand} {say.ending(last4)}
              </strong>
              <br />
              <span className="soft">{says[token] ?? label}</span>
            </span>
            <Icon name="card" />
          </label>
        ))}
        {error && <FieldError>{say.errors[error]}</FieldError>}
      </fieldset>
    </>
  );
};
