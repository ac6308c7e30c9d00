import { Address, AddressRequest, Done, parse } from "@wares/contracts";
import Type from "typebox";
import { addressErrors, addressIn, valuesIn } from "../checkout/details.server.ts";
import type { FieldError } from "../checkout/checkout-view.ts";
import { countryOf, namedCountries } from "../layout/countries.server.ts";
import { localeOf } from "../layout/locale.ts";
import { attempt, type Visit } from "../server/visit.ts";
import { fieldIn } from "../server/form-field.ts";
import { pageAddress } from "../server/page-address.ts";

const AddressList = Type.Object({ addresses: Type.Array(Address) });

export const loadAddresses = async (request: Request, visit: Visit) => {
  const { language, currency } = localeOf(request, visit);
  const { addresses } = await visit.ask({ path: "users/me/addresses", schema: AddressList });
  const edited = pageAddress(request).searchParams.get("edit");
  return {
    addresses,
    edited: edited === "new" ? "new" : addresses.find(({ id }) => id === edited)?.id,
    countries: namedCountries(language),
    country: countryOf[currency],
  };
};

type Acted = { isSaved: boolean; errors: FieldError[] };

/** Adds, changes or removes one address. */
export const actOnAddresses = async (request: Request, visit: Visit): Promise<Acted> => {
  const form = await request.formData();
  const id = fieldIn(form, "id");
  const one = `users/me/addresses/${encodeURIComponent(id)}`;
  if (form.get("intent") === "remove") {
    await attempt(visit.ask({ method: "DELETE", path: one, schema: Done }));
    return { isSaved: true, errors: [] };
  }
  const values = valuesIn(form);
  const errors = addressErrors(values);
  if (errors.length > 0) return { isSaved: false, errors };
  const isDefault = form.get("isDefault") === "on";
  const body = parse(AddressRequest, { ...addressIn(values), type: "Both", isDefault });
  const { problem } = await attempt(
    id === ""
      ? visit.ask({ method: "POST", path: "users/me/addresses", body, schema: Done })
      : visit.ask({ method: "PUT", path: one, body, schema: Done }),
  );
  return problem
    ? { isSaved: false, errors: [{ field: "addressLine1", kind: "wrong" }] }
    : { isSaved: true, errors: [] };
};
