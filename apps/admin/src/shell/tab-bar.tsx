import { House, Menu, ReceiptText, Search, Warehouse } from "lucide-react";
import { NavLink } from "react-router";
import { useWords, type Words } from "./language.tsx";
import { railWords } from "./rail.tsx";
import { useShell } from "./shell-doors.tsx";

const words = { en: { more: "More" }, zh: { more: "更多" } } satisfies Words<unknown>;

/** The rail of a phone. */
export const TabBar = () => {
  const text = useWords(railWords);
  const { more } = useWords(words);
  const { openPalette } = useShell();
  return (
    <nav className="tabbar" aria-label={text.phone}>
      <NavLink to="/" end>
        <House className="i" aria-hidden />
        {text.home}
      </NavLink>
      <NavLink to="/orders">
        <ReceiptText className="i" aria-hidden />
        {text.orders}
      </NavLink>
      <NavLink to="/stock">
        <Warehouse className="i" aria-hidden />
        {text.stock}
      </NavLink>
      <button type="button" onClick={openPalette}>
        <Search className="i" aria-hidden />
        {text.find}
      </button>
      <NavLink to="/more">
        <Menu className="i" aria-hidden />
        {more}
      </NavLink>
    </nav>
  );
};
