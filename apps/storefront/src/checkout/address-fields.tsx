import type { NamedCountry } from "../layout/countries.server.ts";
import { Field } from "../layout/field.tsx";
import { useWords } from "../layout/locale.ts";
import type { AddressField, AddressValues, FieldError } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";

type Props = {
  values: AddressValues;
  errors: FieldError[];
  countries: NamedCountry[];
  onCountry?: (form: HTMLFormElement | null) => void;
};

/** One address, as the browser can fill it in. In checkout and in the address book. */
export const AddressFields = ({ values, errors, countries, onCountry }: Props) => {
  const say = useWords(checkoutWords);
  const errorOf = (field: AddressField) => {
    const kind = errors.find((error) => error.field === field)?.kind;
    return kind && say.errors[kind];
  };
  const field = (
    name: Exclude<AddressField, "country">,
    more: { size?: "half" | "third" | "city"; note?: string; autoComplete: string; type?: string },
  ) => (
    <Field
      name={name}
      label={say[name]}
      error={errorOf(name)}
      note={more.note}
      size={more.size ?? ""}
      input={{
        autoComplete: more.autoComplete,
        defaultValue: values[name],
        type: more.type ?? "text",
        maxLength: 200,
      }}
    />
  );
  return (
    <div className="field-grid">
      <Field name="country" label={say.country} error={errorOf("country")}>
        {(ties) => (
          <select
            className="select"
            name="country"
            autoComplete="country"
            defaultValue={values.country}
            onChange={({ currentTarget }) => onCountry?.(currentTarget.form)}
            {...ties}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {field("firstName", { size: "half", autoComplete: "given-name" })}
      {field("lastName", { size: "half", autoComplete: "family-name" })}
      {field("addressLine1", { autoComplete: "address-line1" })}
      {field("addressLine2", { autoComplete: "address-line2", note: say.ifAny })}
      {field("city", { size: "city", autoComplete: "address-level2" })}
      {field("state", { size: "third", autoComplete: "address-level1" })}
      {field("postalCode", { size: "third", autoComplete: "postal-code" })}
      {field("company", { autoComplete: "organization", note: say.ifAny })}
      {field("phone", { autoComplete: "tel", type: "tel", note: say.forCarrier })}
    </div>
  );
};
