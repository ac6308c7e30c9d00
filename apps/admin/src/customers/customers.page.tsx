import { useQuery } from "@tanstack/react-query";
import type { CustomerList } from "@wares/contracts";
import { UsersRound } from "lucide-react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Answer, Empty } from "../shell/faces.tsx";
import { fullName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Pager } from "../shell/pager.tsx";
import { Page } from "../shell/page.tsx";
import { count, moment } from "../shell/say.ts";
import { SearchField } from "../shell/search-field.tsx";
import { useAddress } from "../shell/use-address.ts";
import { useRows } from "../shell/use-rows.ts";
import { customersQuery } from "./customers.queries.ts";

const words = {
  en: {
    customers: "Customers",
    sub: (n: string) => `${n} with an account`,
    find: "Name, e-mail or username",
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
    find: "姓名、邮箱或用户名",
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
  const filter = { ...(wanted && { query: wanted }), ...(after && { after }), limit: 50 };
  const query = useQuery(customersQuery(filter));
  return (
    <Page
      title={text.customers}
      sub={query.data && text.sub(count(query.data.totalCount, language))}
      isWide
      keys={[
        [["j", "k"], text.move],
        [["↵"], text.open],
        [["/"], text.search],
      ]}
    >
      <div className="fbar">
        <SearchField label={text.find} />
      </div>
      <Answer query={query} rows={14}>
        {(list) =>
          list.customers.length === 0 ? <Nobody wanted={wanted} /> : <CustomerRows list={list} />
        }
      </Answer>
    </Page>
  );
};

const CustomerRows = ({ list }: { list: CustomerList }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const rows = useRows(
    list.customers.map(({ id }) => id),
    (id) => void navigate(`/customers/${id}`),
  );
  return (
    <>
      <div className="tw list" tabIndex={0} role="region" aria-label={text.customers}>
        <table className="people">
          <thead>
            <tr>
              <th>{text.name}</th>
              <th>{text.email}</th>
              <th className="k-user">{text.username}</th>
              <th className="k-lang">{text.language}</th>
              <th className="n k-since">{text.since}</th>
            </tr>
          </thead>
          <tbody ref={rows.rows}>
            {list.customers.map((person, index) => (
              <tr key={person.id} {...rows.rowProps(index)}>
                <td>
                  <Link className="id" to={`/customers/${person.id}`}>
                    {fullName(person.firstName, person.lastName) || person.username}
                  </Link>
                </td>
                <td className="q">{person.email}</td>
                <td className="q k-user">{person.username}</td>
                <td className="q k-lang">{text[person.language]}</td>
                <td className="n q k-since">{moment(person.createdAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager next={list.next} total={list.totalCount} shown={list.customers.length} />
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
