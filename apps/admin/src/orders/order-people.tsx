import type { Order, PostalAddress } from "@wares/contracts";
import { Link } from "react-router";
import { fullName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countryName } from "../shell/say.ts";

const words = {
  en: {
    customer: "Customer",
    guest: "Guest, without an account",
    language: { en: "Reads English", zh: "Reads Chinese" },
    shipTo: "Ship to",
    billTo: "Bill to",
    same: "The same address",
    others: "All orders of theirs",
  },
  zh: {
    customer: "顾客",
    guest: "访客，无账号",
    language: { en: "使用英文", zh: "使用中文" },
    shipTo: "收货地址",
    billTo: "账单地址",
    same: "与收货地址相同",
    others: "查看其全部订单",
  },
} satisfies Words<unknown>;

export const OrderPeople = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const { shippingAddress: to, billingAddress: bill, contact, userId } = order;
  const isSame = JSON.stringify(to) === JSON.stringify(bill);
  return (
    <div className="three">
      <section className="card">
        <header>
          <h2>{text.customer}</h2>
        </header>
        <div className="in-b">
          <p>
            {userId ? (
              <Link className="link" to={`/customers/${userId}`}>
                {fullName(to.firstName, to.lastName)}
              </Link>
            ) : (
              fullName(to.firstName, to.lastName)
            )}
          </p>
          <p className="q clip">{contact.email}</p>
          <p className="q">
            {text.language[contact.language]}
            {!userId && `, ${text.guest}`}
          </p>
          <p>
            <Link className="link" to={`/orders?query=${encodeURIComponent(contact.email)}`}>
              {text.others}
            </Link>
          </p>
        </div>
      </section>
      <section className="card">
        <header>
          <h2>{text.shipTo}</h2>
        </header>
        <PostalLines address={to} />
      </section>
      <section className="card">
        <header>
          <h2>{text.billTo}</h2>
        </header>
        {isSame ? <p className="in-b q">{text.same}</p> : <PostalLines address={bill} />}
      </section>
    </div>
  );
};

export const PostalLines = ({ address }: { address: PostalAddress }) => {
  const { language } = useLanguage();
  return (
    <address className="in-b">
      <p>{fullName(address.firstName, address.lastName)}</p>
      {address.company && <p className="q">{address.company}</p>}
      <p className="q">{[address.addressLine1, address.addressLine2].filter(Boolean).join(", ")}</p>
      <p className="q">
        {address.postalCode} {address.city}
        {address.state && `, ${address.state}`}
      </p>
      <p className="q">{countryName(address.country, language)}</p>
      {address.phone && <p className="q">{address.phone}</p>}
    </address>
  );
};
