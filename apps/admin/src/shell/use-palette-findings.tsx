import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import {
  CircleUser,
  FolderTree,
  Languages,
  type LucideIcon,
  LogOut,
  Plus,
  ReceiptText,
  SunMoon,
  Tag,
  Ticket,
  UsersRound,
  Warehouse,
  House,
  Zap,
} from "lucide-react";
import type { ReactNode } from "react";
import { customersQuery } from "../customers/customers.queries.ts";
import { Status } from "../orders/order-marks.tsx";
import { ordersQuery } from "../orders/orders.queries.ts";
import { productsQuery } from "../products/products.queries.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { fullName, readName } from "./full-name.ts";
import { useLanguage, useWords, type Words } from "./language.tsx";
import { railWords } from "./rail.tsx";
import { useTheme } from "./theme-choice.tsx";

export type Finding = Readonly<{
  id: string;
  icon: LucideIcon;
  title: string;
  about: string;
  aside?: ReactNode;
  to?: string;
  does?: () => void;
}>;
export type FindingGroup = Readonly<{ name: string; findings: readonly Finding[] }>;

const words = {
  en: { go: "Go to", act: "Do", add: "New product", available: (n: number) => `${n} available` },
  zh: { go: "前往", act: "操作", add: "新增商品", available: (n: number) => `可售 ${n}` },
} satisfies Words<unknown>;

const limit = 5;

/** Pages and deeds at once; orders, products and customers as the shop answers. */
export const usePaletteFindings = (typed: string): readonly FindingGroup[] => {
  const [query] = useDebouncedValue(typed.trim(), 150);
  const places = usePlaces();
  const deeds = useDeeds();
  const records = useRecords(query);
  const text = useWords(words);
  const matches = ({ title }: Finding) => title.toLowerCase().includes(typed.trim().toLowerCase());
  return [
    ...records,
    { name: text.go, findings: places.filter(matches) },
    { name: text.act, findings: deeds.filter(matches) },
  ].filter(({ findings }) => findings.length > 0);
};

const usePlaces = (): readonly Finding[] => {
  const text = useWords(railWords);
  const place = (icon: LucideIcon, title: string, to: string, key: string) => ({
    id: key,
    icon,
    title,
    about: "",
    to,
    aside: (
      <>
        <kbd>g</kbd> <kbd>{key}</kbd>
      </>
    ),
  });
  return [
    place(House, text.home, "/", "h"),
    place(ReceiptText, text.orders, "/orders", "o"),
    place(Tag, text.products, "/products", "p"),
    place(FolderTree, text.categories, "/categories", "e"),
    place(Warehouse, text.stock, "/stock", "s"),
    place(UsersRound, text.customers, "/customers", "c"),
    place(Ticket, text.coupons, "/coupons", "u"),
    place(Zap, text.flashSales, "/flash-sales", "f"),
  ];
};

const useDeeds = (): readonly Finding[] => {
  const text = useWords(railWords);
  const own = useWords(words);
  const { language, setLanguage } = useLanguage();
  const { flip } = useTheme();
  const signOut = useSignOut();
  return [
    { id: "add", icon: Plus, title: own.add, about: "", to: "/products/new" },
    { id: "theme", icon: SunMoon, title: text.theme, about: "", does: flip },
    {
      id: "language",
      icon: Languages,
      title: text.language,
      about: "",
      does: () => setLanguage(language === "en" ? "zh" : "en"),
    },
    { id: "out", icon: LogOut, title: text.signOut, about: "", does: signOut },
  ];
};

const useRecords = (query: string): readonly FindingGroup[] => {
  const text = useWords(railWords);
  const own = useWords(words);
  const { language } = useLanguage();
  const enabled = query.length >= 2;
  const orders = useQuery({ ...ordersQuery({ query, limit }), enabled });
  const products = useQuery({ ...productsQuery({ query, limit }), enabled });
  const customers = useQuery({ ...customersQuery({ query, limit }), enabled });
  if (!enabled) return [];
  return [
    {
      name: text.orders,
      findings: (orders.data?.orders ?? []).map(({ id, orderNumber, name, email, status }) => ({
        id,
        icon: ReceiptText,
        title: orderNumber,
        about: `${readName(name)}, ${email}`,
        aside: <Status status={status} />,
        to: `/orders/${id}`,
      })),
    },
    {
      name: text.products,
      findings: (products.data?.products ?? []).map(({ id, name, sku, available }) => ({
        id,
        icon: Tag,
        title: name[language] ?? name.en,
        about: sku,
        aside: own.available(available),
        to: `/products/${id}`,
      })),
    },
    {
      name: text.customers,
      findings: (customers.data?.customers ?? []).map((person) => ({
        id: person.id,
        icon: CircleUser,
        title: fullName(person.firstName, person.lastName) || person.username,
        about: person.email,
        to: `/customers/${person.id}`,
      })),
    },
  ];
};
