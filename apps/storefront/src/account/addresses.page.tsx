import type { Address } from "@wares/contracts";
import { Form, Link } from "react-router";
import { AddressFields } from "../checkout/address-fields.tsx";
import { addressFields, type AddressValues } from "../checkout/checkout-view.ts";
import { useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { fullName, placeLines } from "../layout/postal.ts";
import { titleOf } from "../layout/page-meta.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/addresses.page.ts";
import { accountWords } from "./account-words.ts";
import { actOnAddresses, loadAddresses } from "./addresses.server.ts";
import { whenSignedIn } from "./needs-sign-in.ts";

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  return whenSignedIn(request, visit, () => loadAddresses(request, visit));
};
export const action = ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  return whenSignedIn(request, visit, () => actOnAddresses(request, visit));
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Your addresses", zh: "我的地址" }, { isPrivate: true });

export default function AddressesPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const { addresses, edited } = loaderData;
  const isOpen = edited !== undefined && !actionData?.isSaved;
  const changed = addresses.find(({ id }) => id === edited);
  return (
    <div className="stack">
      {actionData?.isSaved && <Notice title={say.saved} />}
      {addresses.length === 0 && <p className="soft">{say.noAddresses}</p>}
      {addresses.map((address) => (
        <OneAddress key={address.id} address={address} />
      ))}
      {isOpen ? (
        <Form method="post" className="stack card-box" key={edited}>
          <input type="hidden" name="id" value={changed?.id ?? ""} />
          <AddressFields
            values={valuesOf(changed, loaderData.country)}
            errors={actionData?.errors ?? []}
            countries={loaderData.countries}
          />
          <label className="check">
            <input type="checkbox" name="isDefault" defaultChecked={changed?.isDefault ?? true} />
            {say.makeDefault}
          </label>
          <button className="button main">{say.save}</button>
        </Form>
      ) : (
        <p>
          <Link className="button" to="?edit=new">
            {say.addAddress}
          </Link>
        </p>
      )}
    </div>
  );
}

const valuesOf = (address: Address | undefined, country: string): AddressValues => {
  const values = Object.fromEntries(addressFields.map((name) => [name, address?.[name] ?? ""]));
  return { ...(values as AddressValues), country: address?.country ?? country };
};

const OneAddress = ({ address }: { address: Address }) => {
  const say = useWords(accountWords);
  const rest = [...placeLines(address), address.country];
  return (
    <section className="card-box">
      <p>
        <strong>{fullName(address)}</strong>
        {address.isDefault && <span className="soft small"> {say.default}</span>}
      </p>
      <p className="soft small">{rest.join(", ")}</p>
      <Form method="post" className="row spaced-little">
        <Link className="text-button" to={`?edit=${address.id}`}>
          {say.edit}
        </Link>
        <input type="hidden" name="id" value={address.id} />
        <button className="text-button danger" name="intent" value="remove">
          {say.remove}
        </button>
      </Form>
    </section>
  );
};
