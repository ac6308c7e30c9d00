import { useQuery } from "@tanstack/react-query";
import { ageSorts, type CustomerList } from "@wares/contracts";
import { UsersRound } from "lucide-react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ColumnChoice, useColumns } from "../shell/column-choice.tsx";
import { type Column, DataTable } from "../shell/data-table.tsx";
import { Answer, Empty } from "../shell/faces.tsx";
import { fullName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Pager } from "../shell/pager.tsx";
import { Page } from "../shell/page.tsx";
import { countUpTo, moment } from "../shell/say.ts";
import { SearchField } from "../shell/search-field.tsx";
import { useAddress } from "../shell/use-address.ts";
import { useRows } from "../shell/use-rows.ts";
import { customersQuery } from "./customers.queries.ts";

const words = {
  en: {
    customers: "Customers",
    sub: (n: string) => `${n} with an account`,
    find: "E-mail or username",
    name: "Name",
    email: "E-mail",
    username: "Username",
    language: "Language",
    since: "Since",
    en: "English",
    zh: "Chinese",
    none: "Nobody has an account yet",
    noneHint: "Who buys as a guest shows under Orders alone.",
    notFound: (query: string) => `Nobody matches “${query}”`,
    drop: "Drop the search",
    move: "move",
    open: "open",
    search: "search",
  },
  zh: {
    customers: "顾客",
    sub: (n: string) => `${n} 位有账号`,
    find: "邮箱或用户名",
    name: "姓名",
    email: "邮箱",
    username: "用户名",
    language: "语言",
    since: "注册于",
    en: "英文",
    zh: "中文",
    none: "还没有人注册",
    noneHint: "以访客身份购买的人只出现在订单里。",
    notFound: (query: string) => `没有与“${query}”相符的顾客`,
    drop: "清除搜索",
    move: "移动",
    open: "打开",
    search: "搜索",
  },
} satisfies Words<unknown>;

export const CustomersPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const wanted = address.get("query")?.slice(0, 200);
  const after = address.get("after");
  const sort = ageSorts.find((known) => known === address.get("sort"));
  const filter = {
    ...(wanted && { query: wanted }),
    ...(sort && { sort }),
    ...(after && { after }),
    limit: 50,
  };
  const query = useQuery(customersQuery(filter));
  const columns = useColumns("customers", useCustomerColumns());
  return (
    <Page
      title={text.customers}
      sub={
        query.data && text.sub(countUpTo(query.data.totalCount, query.data.countedMax, language))
      }
      isWide
      keys={[
        [["j", "k"], text.move],
        [["↵"], text.open],
        [["/"], text.search],
      ]}
    >
      <div className="fbar">
        <SearchField label={text.find} />
        <ColumnChoice columns={columns} />
      </div>
      <Answer query={query} rows={14}>
        {(list) =>
          list.customers.length === 0 ? (
            <Nobody wanted={wanted} />
          ) : (
            <CustomerRows list={list} columns={columns.shown} />
          )
        }
      </Answer>
    </Page>
  );
};

type Customer = CustomerList["customers"][number];

const useCustomerColumns = (): readonly Column<Customer>[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  return [
    {
      key: "name",
      name: text.name,
      isFixed: true,
      tone: "cut",
      cell: ({ id, firstName, lastName, username }) => (
        <Link className="id" to={`/customers/${id}`}>
          {fullName(firstName, lastName) || username}
        </Link>
      ),
    },
    { key: "email", name: text.email, tone: "q cut", cell: ({ email }) => email },
    {
      key: "user",
      name: text.username,
      className: "k-user",
      tone: "q cut",
      cell: ({ username }) => username,
    },
    {
      key: "lang",
      name: text.language,
      className: "k-lang",
      tone: "q",
      cell: (person) => text[person.language],
    },
    {
      key: "since",
      name: text.since,
      className: "n k-since",
      tone: "q",
      sort: { up: "Oldest", down: "Newest", first: "down" },
      cell: ({ createdAt }) => moment(createdAt, language),
    },
  ];
};

const CustomerRows = ({
  list,
  columns,
}: {
  list: CustomerList;
  columns: readonly Column<Customer>[];
}) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const rows = useRows(
    list.customers.map(({ id }) => id),
    (id) => void navigate(`/customers/${id}`),
  );
  return (
    <>
      <DataTable
        className="people"
        label={text.customers}
        columns={columns}
        items={list.customers}
        keyOf={({ id }) => id}
        rows={rows}
      />
      <Pager
        next={list.next}
        total={list.totalCount}
        totalMax={list.countedMax}
        shown={list.customers.length}
      />
    </>
  );
};

const Nobody = ({ wanted }: { wanted: string | undefined }) => {
  const text = useWords(words);
  const { change } = useAddress();
  if (!wanted)
    return (
      <Empty icon={UsersRound} title={text.none}>
        <p className="q">{text.noneHint}</p>
      </Empty>
    );
  return (
    <Empty title={text.notFound(wanted)}>
      <button type="button" className="btn p" onClick={() => change({ query: undefined })}>
        {text.drop}
      </button>
    </Empty>
  );
};
