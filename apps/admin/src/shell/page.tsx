import { useQueryClient, useIsFetching } from "@tanstack/react-query";
import { Fragment, type ReactNode, useEffect } from "react";
import { useLanguage, useWords, type Words } from "./language.tsx";
import { useShell } from "./shell-doors.tsx";

const words = {
  en: { search: "Search or do", keys: "All keys", read: "Read", reading: "Reading…" },
  zh: { search: "搜索或操作", keys: "全部按键", read: "读于", reading: "读取中…" },
} satisfies Words<unknown>;

export type KeyHint = readonly [keys: readonly string[], does: string];

/** The frame of every page: head, saved views, content, and the keys that work here. */
export const Page = ({
  title,
  crumb,
  sub,
  actions,
  tabs,
  keys = [],
  isWide = false,
  children,
}: {
  title: string;
  crumb?: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  keys?: readonly KeyHint[];
  /** A list fills the window: its rows scroll under a fixed head. */
  isWide?: boolean;
  children: ReactNode;
}) => {
  useEffect(() => {
    document.title = `${title} · Wares`;
  }, [title]);
  return (
    <div className="page">
      <header className="top">
        {crumb && <span className="crumb">{crumb} /</span>}
        <div className="ttl">
          <h1>{title}</h1>
        </div>
        {sub && <span className="sub">{sub}</span>}
        {actions && <div className="acts">{actions}</div>}
      </header>
      {tabs}
      <main id="main" className={isWide ? "wide" : undefined} tabIndex={-1}>
        {children}
      </main>
      <KeyBar keys={keys} />
    </div>
  );
};

const KeyBar = ({ keys }: { keys: readonly KeyHint[] }) => {
  const text = useWords(words);
  const { openPalette, openKeys } = useShell();
  return (
    <footer className="keybar">
      <button type="button" onClick={openPalette}>
        <kbd>⌘K</kbd> {text.search}
      </button>
      {keys.map(([caps, does]) => (
        <span key={does}>
          {caps.map((cap) => (
            <Fragment key={cap}>
              <kbd>{cap}</kbd>
            </Fragment>
          ))}{" "}
          {does}
        </span>
      ))}
      <button type="button" onClick={openKeys}>
        <kbd>?</kbd> {text.keys}
      </button>
      <Freshness />
    </footer>
  );
};

/** How old the newest figure on the page is; silent for screen readers. */
const Freshness = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const isReading = useIsFetching() > 0;
  const queries = useQueryClient().getQueryCache().getAll();
  const latest = Math.max(0, ...queries.map(({ state }) => state.dataUpdatedAt));
  const time = new Date(latest).toLocaleTimeString(language === "zh" ? "zh-CN" : "en-IE");
  return (
    <span className="sp live" aria-hidden>
      {isReading || latest === 0 ? text.reading : `${text.read} ${time}`}
    </span>
  );
};
