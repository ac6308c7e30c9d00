import type { OrderStatus, StaffOrderList } from "@wares/contracts";
import { Link, useSearchParams } from "react-router";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countUpTo } from "../shell/say.ts";
import { statusWords } from "./order-words.ts";

const words = {
  en: { views: "Saved views", all: "All", Paid: "To pick", Processing: "To ship" },
  zh: { views: "视图", all: "全部", Paid: "待备货", Processing: "待发货" },
} satisfies Words<unknown>;

// What people work from comes first.
const order: readonly OrderStatus[] = [
  "Paid",
  "Processing",
  "PaymentFailed",
  "Pending",
  "Confirmed",
  "Shipped",
  "Delivered",
  "Cancelled",
  "Refunded",
];

export const StatusTabs = ({
  counts,
  all,
  max,
}: {
  counts: StaffOrderList["counts"];
  all: number;
  max: number;
}) => {
  const text = useWords(words);
  const names = { ...useWords(statusWords), Paid: text.Paid, Processing: text.Processing };
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const query = address.get("query");
  const to = (status?: OrderStatus) => {
    const next = new URLSearchParams({ ...(status && { status }), ...(query && { query }) });
    return { search: next.toString() };
  };
  const at = address.get("status");
  return (
    <nav className="tabs" aria-label={text.views}>
      <Link to={to()} aria-current={at ? undefined : "true"}>
        {text.all} <span className="n">{countUpTo(all, max, language)}</span>
      </Link>
      {order.map((status) => (
        <Link key={status} to={to(status)} aria-current={at === status ? "true" : undefined}>
          {names[status]} <span className="n">{countUpTo(counts[status] ?? 0, max, language)}</span>
        </Link>
      ))}
    </nav>
  );
};
