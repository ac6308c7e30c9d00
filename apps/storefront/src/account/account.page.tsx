import { Form, NavLink, Outlet, redirect } from "react-router";
import { inLanguage, localeOf, usePath, useWords } from "../layout/locale.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/account.page.ts";
import { accountWords } from "./account-words.ts";
import { pageAddress } from "../server/page-address.ts";

/** Everything below needs somebody to be signed in; afterwards one is back here. */
export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  if (visit.isSignedIn()) return null;
  const { pathname } = pageAddress(request);
  const address = `/sign-in?next=${encodeURIComponent(pathname)}`;
  throw redirect(inLanguage(localeOf(request, visit).language, address), 303);
};

export default function AccountPage() {
  const say = useWords(accountWords);
  const path = usePath();
  const tabs = [
    ["/account", say.orders],
    ["/account/profile", say.profile],
    ["/account/preferences", say.preferences],
    ["/account/addresses", say.addresses],
    ["/account/payment-methods", say.cards],
  ] as const;
  return (
    <div className="wrap">
      <div className="between spaced-more">
        <h1>{say.account}</h1>
        <Form method="post" action="/sign-out" reloadDocument>
          <input type="hidden" name="back" value={path("/")} />
          <button className="text-button">{say.signOut}</button>
        </Form>
      </div>
      <nav className="tabs" aria-label={say.account}>
        {tabs.map(([address, label]) => (
          <NavLink key={address} to={path(address)} end>
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
