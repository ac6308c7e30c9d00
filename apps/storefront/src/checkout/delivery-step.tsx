import { shortDay } from "../layout/dates.ts";
import { FieldError } from "../layout/field.tsx";
import { useLanguage, useWords } from "../layout/locale.ts";
import { fullName, placeLines } from "../layout/postal.ts";
import { Amount } from "../layout/money.tsx";
import { AddressFields } from "./address-fields.tsx";
import type { CheckoutView, Method } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";
import { Step } from "./step.tsx";

type Props = { view: CheckoutView; onChange: (form: HTMLFormElement | null) => void };

export const DeliveryStep = ({ view, onChange }: Props) => {
  const say = useWords(checkoutWords);
  const { stage, values, errors, methods, countries } = view;
  if (stage === "pay") return <DoneDelivery view={view} />;
  const wrongMethod = errors.find(({ field }) => field === "shippingMethodId")?.kind;
  return (
    <Step number={2} title={say.delivery} state="open">
      <div className="step-body stack wide-stack">
        <AddressFields values={values} errors={errors} countries={countries} onCountry={onChange} />
        <noscript>
          <button className="button low" name="intent" value="refresh">
            {say.refresh}
          </button>
        </noscript>
        <fieldset className="options" id="field-shippingMethodId" tabIndex={-1}>
          <legend className="field-label space-below-little">{say.howFast}</legend>
          {methods.length === 0 && <p className="soft">{say.noMethods}</p>}
          {methods.map((method) => (
            <MethodOption
              key={method.id}
              method={method}
              isChosen={method.id === values.shippingMethodId}
              onChange={onChange}
            />
          ))}
          {wrongMethod && <FieldError>{say.errors[wrongMethod]}</FieldError>}
        </fieldset>
        <button className="button main wide" name="intent" value="continue">
          {say.continue}
        </button>
      </div>
    </Step>
  );
};

type OptionProps = { method: Method; isChosen: boolean; onChange: Props["onChange"] };

const MethodOption = ({ method, isChosen, onChange }: OptionProps) => {
  const say = useWords(checkoutWords);
  const days = useDays(method);
  return (
    <label className="option">
      <span className="check">
        <input
          type="radio"
          name="shippingMethodId"
          value={method.id}
          // Another method may be chosen for us, when the country changed.
          key={String(isChosen)}
          defaultChecked={isChosen}
          onChange={({ currentTarget }) => onChange(currentTarget.form)}
        />
      </span>
      <span>
        <strong>{days}</strong>
        <br />
        <span className="soft">{method.name}</span>
      </span>
      <span className="price">
        {method.cost.amount === 0 ? say.free : <Amount value={method.cost} />}
      </span>
    </label>
  );
};

const useDays = (method: Method | undefined) => {
  const language = useLanguage();
  if (!method) return "";
  const { earliest, latest } = method.window;
  const [from, to] = [shortDay(earliest, language), shortDay(latest, language)];
  return from === to ? from : `${from} – ${to}`;
};

const DoneDelivery = ({ view: { values, methods } }: { view: CheckoutView }) => {
  const say = useWords(checkoutWords);
  const method = methods.find(({ id }) => id === values.shippingMethodId);
  const days = useDays(method);
  return (
    <Step number={2} title={say.delivery} state="done">
      <p className="small soft">
        {[fullName(values), ...placeLines(values)].join(say.comma)}
        <br />
        {method && `${method.name}${say.comma}${days}`}
      </p>
    </Step>
  );
};
