import { FolderTree, Languages, LogOut, SunMoon, Tag, Ticket, UsersRound, Zap } from "lucide-react";
import { Link } from "react-router";
import { useSignOut } from "../session/use-sign-out.ts";
import { useLanguage, useWords, type Words } from "./language.tsx";
import { Page } from "./page.tsx";
import { railWords } from "./rail.tsx";
import { useTheme } from "./theme-choice.tsx";

const words = { en: { more: "More" }, zh: { more: "更多" } } satisfies Words<unknown>;

/** What the tab bar of a phone has no room for. */
export const MorePage = () => {
  const { more } = useWords(words);
  const text = useWords(railWords);
  const { language, setLanguage } = useLanguage();
  const { flip } = useTheme();
  const signOut = useSignOut();
  return (
    <Page title={more}>
      <ul className="more card">
        <li>
          <Link to="/products">
            <Tag className="i" aria-hidden />
            {text.products}
          </Link>
        </li>
        <li>
          <Link to="/categories">
            <FolderTree className="i" aria-hidden />
            {text.categories}
          </Link>
        </li>
        <li>
          <Link to="/customers">
            <UsersRound className="i" aria-hidden />
            {text.customers}
          </Link>
        </li>
        <li>
          <Link to="/coupons">
            <Ticket className="i" aria-hidden />
            {text.coupons}
          </Link>
        </li>
        <li>
          <Link to="/flash-sales">
            <Zap className="i" aria-hidden />
            {text.flashSales}
          </Link>
        </li>
        <li>
          <button type="button" onClick={flip}>
            <SunMoon className="i" aria-hidden />
            {text.theme}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => setLanguage(language === "en" ? "zh" : "en")}>
            <Languages className="i" aria-hidden />
            {text.language}
          </button>
        </li>
        <li>
          <button type="button" onClick={signOut}>
            <LogOut className="i" aria-hidden />
            {text.signOut}
          </button>
        </li>
      </ul>
    </Page>
  );
};
