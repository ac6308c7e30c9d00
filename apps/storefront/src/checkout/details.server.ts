import {
  ContractBroken,
  Email,
  parse,
  PostalAddress,
  type Problem,
  Sku,
  type StockLine,
  User,
} from "@wares/contracts";
import { countryOf } from "../layout/countries.server.ts";
import type { Locale } from "../layout/locale.ts";
import { attempt, type Visit } from "../server/visit.ts";
import {
  addressFields,
  type AddressValues,
  type ErrorKind,
  type FieldError,
  valueFields,
  type ValueField,
  type Values,
} from "./checkout-view.ts";
import { fieldIn } from "../server/form-field.ts";

export const valuesIn = (form: FormData) => {
  const text = (name: string) => fieldIn(form, name).trim().slice(0, 300);
  return Object.fromEntries(valueFields.map((name) => [name, text(name)])) as Values;
};

/** `2:SKU`, as many as the cart had lines. What cannot be read is not bought. */
export const linesIn = (form: FormData): StockLine[] =>
  form
    .getAll("line")
    .slice(0, 100)
    .flatMap((text) => {
      const [, quantity, sku] =
        /^(\d{1,2}):(.{1,64})$/.exec(typeof text === "string" ? text : "") ?? [];
      return sku && Number(quantity) > 0
        ? [{ sku: parse(Sku, sku), quantity: Number(quantity) }]
        : [];
    });

/** Who is signed in has typed this before. */
export const firstValues = async (visit: Visit, locale: Locale): Promise<Values> => {
  const empty = Object.fromEntries(valueFields.map((name) => [name, ""])) as Values;
  const blank = { ...empty, country: countryOf[locale.currency] };
  if (!visit.isSignedIn()) return blank;
  const { value: user } = await attempt(visit.ask({ path: "users/me", schema: User }));
  if (!user) return blank;
  const usable = user.addresses.filter(({ type }) => type !== "Billing");
  const address = usable.find(({ isDefault }) => isDefault) ?? usable[0];
  const { firstName, lastName, phone = "" } = user.profile;
  const known = Object.fromEntries(addressFields.map((name) => [name, address?.[name] ?? ""]));
  return address
    ? { ...blank, ...known, email: user.email }
    : { ...blank, firstName, lastName, phone, email: user.email };
};

export const addressIn = (values: AddressValues): PostalAddress => {
  const { company, addressLine2, ...rest } = values;
  const fields = addressFields.filter((name) => name !== "company" && name !== "addressLine2");
  return parse(PostalAddress, {
    ...Object.fromEntries(fields.map((name) => [name, rest[name as keyof typeof rest]])),
    ...(company && { company }),
    ...(addressLine2 && { addressLine2 }),
  });
};

const needed = ["country", "firstName", "lastName", "addressLine1", "city"] as const;
// Where there is a postcode, it has a shape. Elsewhere we take what we are given.
const postcodes: Record<string, RegExp> = {
  US: /^\d{5}(-\d{4})?$/,
  CA: /^[a-z]\d[a-z] ?\d[a-z]\d$/i,
  GB: /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  JP: /^\d{3}-?\d{4}$/,
  CN: /^\d{6}$/,
};

export const addressErrors = (values: AddressValues): FieldError[] => {
  const errors: FieldError[] = [];
  for (const field of needed) if (values[field] === "") errors.push({ field, kind: "missing" });
  const postcode = postcodes[values.country];
  if (postcode && !postcode.test(values.postalCode)) {
    errors.push({ field: "postalCode", kind: values.postalCode ? "postalCode" : "missing" });
  }
  if (!/^[0-9+() .-]*$/.test(values.phone)) errors.push({ field: "phone", kind: "phone" });
  return errors.length > 0 ? errors : brokenIn(() => addressIn(values));
};

export const detailErrors = (values: Values, methodIds: string[]): FieldError[] => {
  const errors: FieldError[] = [];
  const email = brokenIn(() => parse(Email, values.email));
  if (email.length > 0) errors.push({ field: "email", kind: values.email ? "email" : "missing" });
  errors.push(...addressErrors(values));
  if (!methodIds.includes(values.shippingMethodId)) {
    errors.push({ field: "shippingMethodId", kind: "method" });
  }
  return errors;
};

const brokenIn = (check: () => unknown): FieldError[] => {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof ContractBroken)) throw error;
    return [{ field: fieldOf(error.field) ?? "addressLine1", kind: "wrong" }];
  }
};

const fieldOf = (pointer: string): ValueField | undefined => {
  const last = pointer.split("/").at(-1);
  return valueFields.find((name) => name === last);
};

/** A refusal that names a field is shown beside that field. */
export const errorsOf = ({ type, field }: Problem): FieldError[] => {
  const ours = type === "request.invalid" && field ? fieldOf(field) : undefined;
  const kind: ErrorKind = "wrong";
  return ours ? [{ field: ours, kind }] : [];
};
