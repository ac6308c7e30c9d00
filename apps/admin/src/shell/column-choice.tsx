import { Columns3 } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Column } from "./data-table.tsx";
import { useWords, type Words } from "./language.tsx";

const words = {
  en: { columns: "Columns", hint: "Shown where there is room; kept in this browser." },
  zh: { columns: "列", hint: "空间足够时显示；记在此浏览器。" },
} satisfies Words<unknown>;

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const keyOf = (list: string) => `wares.admin.columns.${list}`;

/** Which columns of a list are left out, as this browser remembers it. */
export const useColumns = <Row,>(list: string, all: readonly Column<Row>[]) => {
  const kept = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(keyOf(list)) ?? "",
    () => "",
  );
  const hidden = new Set(kept.split(",").filter((key) => key !== ""));
  const isShown = ({ key, isFixed = false }: Column<Row>) => isFixed || !hidden.has(key);
  const toggle = (key: string) => {
    if (!hidden.delete(key)) hidden.add(key);
    localStorage.setItem(keyOf(list), [...hidden].join(","));
    for (const listener of listeners) listener();
  };
  return { shown: all.filter(isShown), isShown, toggle, all };
};
type Chosen = Readonly<{
  all: readonly Readonly<{ key: string; name: string; isFixed?: boolean }>[];
  shown: readonly Readonly<{ key: string }>[];
  toggle: (key: string) => void;
}>;

export const ColumnChoice = ({ columns: { all, shown, toggle } }: { columns: Chosen }) => {
  const text = useWords(words);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = menu;
      if (!current?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        current.querySelector("summary")?.focus();
        event.stopPropagation();
      } else if (event.target instanceof Node && current.contains(event.target)) return;
      current.open = false;
    };
    document.addEventListener("pointerdown", close, true);
    document.addEventListener("keydown", close, true);
    return () => {
      document.removeEventListener("pointerdown", close, true);
      document.removeEventListener("keydown", close, true);
    };
  }, []);
  return (
    <details className="menu hide-s" ref={menu}>
      <summary className="btn s">
        <Columns3 className="i" aria-hidden />
        {text.columns}
      </summary>
      <fieldset>
        <legend className="vh">{text.columns}</legend>
        {all
          .filter(({ isFixed = false }) => !isFixed)
          .map(({ key, name }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={shown.some((one) => one.key === key)}
                onChange={() => toggle(key)}
              />
              {name}
            </label>
          ))}
        <p className="q x">{text.hint}</p>
      </fieldset>
    </details>
  );
};
