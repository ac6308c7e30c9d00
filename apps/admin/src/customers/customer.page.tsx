import { useQuery } from "@tanstack/react-query";
import type { OrderSummary, User } from "@wares/contracts";
import { Link, useParams } from "react-router";
import { PostalLines } from "../orders/order-people.tsx";
import { Next, Status } from "../orders/order-marks.tsx";
import { numberColumn, placedColumn, totalColumn } from "../orders/common-columns.tsx";
import { ordersQuery } from "../orders/orders.queries.ts";
import type { Column } from "../shell/data-table.tsx";
import { Answer } from "../shell/faces.tsx";
import { fullName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { moment } from "../shell/say.ts";
import { TableCard } from "../shell/table-card.tsx";
import { customerQuery } from "./customers.queries.ts";

const words = {
  en: {
    customers: "Customers",
    customer: "Customer",
    since: (when: string) => `since ${when}`,
    orders: "Orders",
    noOrders: "No order yet.",
    about: "About",
    email: "E-mail",
    phone: "Phone",
    username: "Username",
    reads: "Reads",
    pays: "Pays in",
    timezone: "Time zone",
    marketing: "Marketing mail",
    yes: "yes",
    no: "no",
    addresses: "Addresses",
    noAddress: "None kept.",
    isDefault: "Default",
    Billing: "Billing",
    Shipping: "Shipping",
    Both: "Billing and shipping",
    en: "English",
    zh: "Chinese",
    order: "Order",
    placed: "Placed",
    state: "State",
    next: "Next",
    total: "Total",
  },
  zh: {
    customers: "顾客",
    customer: "顾客",
    since: (when: string) => `注册于 ${when}`,
    orders: "订单",
    noOrders: "还没有订单。",
    about: "资料",
    email: "邮箱",
    phone: "电话",
    username: "用户名",
    reads: "语言",
    pays: "币种",
    timezone: "时区",
    marketing: "营销邮件",
    yes: "接收",
    no: "不接收",
    addresses: "地址",
    noAddress: "没有保存的地址。",
    isDefault: "默认",
    Billing: "账单",
    Shipping: "收货",
    Both: "账单与收货",
    en: "英文",
    zh: "中文",
    order: "订单",
    placed: "下单",
    state: "状态",
    next: "下一步",
    total: "总额",
  },
} satisfies Words<unknown>;

export const CustomerPage = () => {
  const { userId = "" } = useParams();
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery(customerQuery(userId));
  const name = query.data && nameOf(query.data);
  return (
    <Page
      title={name ?? text.customer}
      crumb={<Link to="/customers">{text.customers}</Link>}
      sub={query.data && text.since(moment(query.data.createdAt, language))}
    >
      <Answer query={query} rows={8}>
        {(user) => (
          <div className="pe">
            <div className="stack">
              <TheirOrders userId={user.id} />
            </div>
            <aside className="stack">
              <About user={user} />
              <Addresses user={user} />
            </aside>
          </div>
        )}
      </Answer>
    </Page>
  );
};

const nameOf = ({ profile, username }: User) =>
  fullName(profile.firstName, profile.lastName) || username;

const TheirOrders = ({ userId }: { userId: string }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery(ordersQuery({ buyerId: userId, limit: 50 }));
  const columns: readonly Column<OrderSummary>[] = [
    numberColumn(text.order),
    placedColumn(text.placed, language),
    { key: "state", name: text.state, cell: ({ status }) => <Status status={status} /> },
    {
      key: "next",
      name: text.next,
      className: "hide-s",
      cell: (order) => <Next order={order} />,
    },
    totalColumn(text.total, language),
  ];
  return (
    <TableCard
      id="orders-title"
      className=""
      title={text.orders}
      aside={<span className="sp">{query.data?.totalCount}</span>}
      query={query}
      rowsOf={({ orders }) => orders}
      none={text.noOrders}
      expected={5}
      table={{ className: "corders", columns, keyOf: ({ id }) => id }}
    />
  );
};

const About = ({ user }: { user: User }) => {
  const text = useWords(words);
  const facts = [
    [text.email, user.email],
    [text.username, user.username],
    [text.phone, user.profile.phone],
    [text.reads, text[user.profile.language]],
    [text.pays, user.profile.currency],
    [text.timezone, user.preferences.timezone],
    [text.marketing, user.preferences.marketingEmails ? text.yes : text.no],
  ] as const;
  return (
    <section className="card">
      <header>
        <h2>{text.about}</h2>
      </header>
      <dl className="kv in-b">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd className="clip">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
};

const Addresses = ({ user: { addresses } }: { user: User }) => {
  const text = useWords(words);
  return (
    <section className="card">
      <header>
        <h2>{text.addresses}</h2>
      </header>
      {addresses.length === 0 && <p className="in-b q">{text.noAddress}</p>}
      {addresses.map((address) => (
        <div key={address.id}>
          <p className="in-b x">
            <span className="tag">{text[address.type]}</span>{" "}
            {address.isDefault && <span className="tag ok">{text.isDefault}</span>}
          </p>
          <PostalLines address={address} />
        </div>
      ))}
    </section>
  );
};
