import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { type Keys, useKeys } from "./use-keys.ts";

const pageOf = (search: string): string => {
  const address = new URLSearchParams(search);
  // A row that is looked at more closely is on the same page.
  address.delete("sku");
  return address.toString();
};

/** The row at hand and the rows chosen, moved by j, k, x and enter. */
export const useRows = (ids: readonly string[], open: (id: string) => void, more: Keys = {}) => {
  // By its id: what comes in above does not move the row at hand.
  const [atId, setAtId] = useState<string>();
  const at = atId === undefined ? -1 : ids.indexOf(atId);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef(-1);
  const rows = useRef<HTMLTableSectionElement>(null);
  const chosen = ids.filter((id) => picked.has(id));
  const go = (to: number) => setAtId(ids[Math.max(0, Math.min(ids.length - 1, to))]);

  const pick = (index: number, isRange: boolean) => {
    const id = ids[index];
    if (id === undefined) return;
    const next = new Set(chosen);
    if (isRange && last.current >= 0) {
      const [from, to] = [last.current, index].toSorted((one, other) => one - other);
      for (const between of ids.slice(from, (to ?? index) + 1)) next.add(between);
    } else if (!next.delete(id)) next.add(id);
    last.current = index;
    setPicked(next);
  };

  useEffect(() => {
    if (at < 0) return;
    const row = rows.current?.querySelectorAll<HTMLElement>("tr[data-row]")[at];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, [at]);

  // Another page or order of the list is read from its top.
  const { search } = useLocation();
  const page = pageOf(search);
  const seen = useRef(page);
  useEffect(() => {
    if (seen.current === page) return;
    seen.current = page;
    setAtId(undefined);
    rows.current?.closest(".list")?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
  }, [page]);

  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    x: () => pick(at, false),
    X: () => pick(at, true),
    Enter: () => {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && focused.matches("a,button")) return focused.click();
      const id = ids[at];
      if (id !== undefined) open(id);
    },
    Escape: () => setPicked(new Set()),
    ...more,
  });

  return {
    rows,
    at,
    atId: at < 0 ? undefined : atId,
    chosen,
    pick,
    clear: () => setPicked(new Set()),
    chooseAll: (all: boolean) => setPicked(new Set(all ? ids : [])),
    rowProps: (index: number) => ({
      "data-row": true,
      tabIndex: -1,
      className: index === at ? "at" : undefined,
      onFocus: () => setAtId(ids[index]),
    }),
  };
};
