import { useEffect, useRef, useState } from "react";
import { type Keys, useKeys } from "./use-keys.ts";

/** The row at hand and the rows chosen, moved by j, k, x and enter. */
export const useRows = (ids: readonly string[], open: (id: string) => void, more: Keys = {}) => {
  const [at, setAt] = useState(-1);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef(-1);
  const rows = useRef<HTMLTableSectionElement>(null);
  const chosen = ids.filter((id) => picked.has(id));
  const go = (to: number) => setAt(Math.max(0, Math.min(ids.length - 1, to)));

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
    atId: ids[at],
    chosen,
    pick,
    clear: () => setPicked(new Set()),
    chooseAll: (all: boolean) => setPicked(new Set(all ? ids : [])),
    rowProps: (index: number) => ({
      "data-row": true,
      tabIndex: -1,
      className: index === at ? "at" : undefined,
      onFocus: () => setAt(index),
    }),
  };
};
