import type { Account } from "@wares/contracts";
import {
  FolderTree,
  House,
  Languages,
  LogOut,
  ReceiptText,
  Search,
  SunMoon,
  Tag,
  Ticket,
  UsersRound,
  Warehouse,
  Zap,
} from "lucide-react";
import { NavLink } from "react-router";
import { useLanguage, useWords, type Words } from "./language.tsx";
import { useShell } from "./shell-doors.tsx";
import { useTheme } from "./theme-choice.tsx";
import { useCounts } from "./use-counts.ts";
import { useSignOut } from "../session/use-sign-out.ts";

export const railWords = {
  en: {
    main: "Main",
    home: "Home",
    orders: "Orders",
    products: "Products",
    categories: "Categories",
    stock: "Stock",
    customers: "Customers",
    coupons: "Coupons",
    flashSales: "Flash sales",
    search: "Search or do",
    find: "Search",
    back: "back office",
    theme: "Switch light and dark",
    language: "中文",
    signOut: "Sign out",
    phone: "Phone",
  },
  zh: {
    main: "主导航",
    home: "首页",
    orders: "订单",
    products: "商品",
    categories: "分类",
    stock: "库存",
    customers: "顾客",
    coupons: "优惠券",
    flashSales: "限时抢购",
    search: "搜索或操作",
    find: "搜索",
    back: "后台",
    theme: "切换明暗",
    language: "English",
    signOut: "退出登录",
    phone: "手机导航",
  },
} satisfies Words<unknown>;

export const Mark = () => (
  <svg className="mark" viewBox="0 0 24 24" aria-hidden>
    <rect width="24" height="24" rx="6" fill="var(--accent)" />
    <path
      d="M5.5 8.5 9 16.5l3-7 3 7 3.5-8"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

export const Rail = ({ account }: { account: Account }) => {
  const text = useWords(railWords);
  const { openPalette } = useShell();
  const counts = useCounts();
  const places = [
    { to: "/", name: text.home, icon: House, isEnd: true },
    { to: "/orders", name: text.orders, icon: ReceiptText, count: counts.open },
    { to: "/products", name: text.products, icon: Tag },
    { to: "/categories", name: text.categories, icon: FolderTree },
    { to: "/stock", name: text.stock, icon: Warehouse, count: counts.toReorder, isAct: true },
    { to: "/customers", name: text.customers, icon: UsersRound },
    { to: "/coupons", name: text.coupons, icon: Ticket },
    { to: "/flash-sales", name: text.flashSales, icon: Zap },
  ];
  return (
    <nav className="rail" aria-label={text.main}>
      <div className="shop">
        <Mark />
        <span>
          Wares<small>{text.back}</small>
        </span>
      </div>
      <button type="button" className="rail-search" onClick={openPalette}>
        <Search className="i" aria-hidden />
        <span>{text.search}</span> <kbd aria-hidden>⌘K</kbd>
      </button>
      <ul>
        {places.map(({ to, name, icon: Icon, isEnd = false, count, isAct }) => (
          <li key={to}>
            <NavLink to={to} end={isEnd} title={name}>
              <Icon className="i" aria-hidden />
              <span>{name}</span>
              {count ? <span className={isAct ? "count act" : "count"}>{count}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
      <RailFoot account={account} />
    </nav>
  );
};

const RailFoot = ({ account: { username } }: { account: Account }) => {
  const text = useWords(railWords);
  const { language, setLanguage } = useLanguage();
  const { flip } = useTheme();
  const signOut = useSignOut();
  return (
    <div className="foot">
      <div className="who">
        <span className="ava" aria-hidden>
          {username.slice(0, 2).toUpperCase()}
        </span>
        <span className="clip">{username}</span>
        <span className="row sp tools">
          <button
            type="button"
            className="btn g s ic"
            aria-label={text.language}
            title={text.language}
            onClick={() => setLanguage(language === "en" ? "zh" : "en")}
          >
            <Languages className="i" aria-hidden />
          </button>
          <button
            type="button"
            className="btn g s ic"
            aria-label={text.theme}
            title={text.theme}
            onClick={flip}
          >
            <SunMoon className="i" aria-hidden />
          </button>
          <button
            type="button"
            className="btn g s ic"
            aria-label={text.signOut}
            title={text.signOut}
            onClick={signOut}
          >
            <LogOut className="i" aria-hidden />
          </button>
        </span>
      </div>
    </div>
  );
};
