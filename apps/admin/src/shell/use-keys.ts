import { useEffect, useRef } from "react";

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]):not([type=radio]),textarea,select") !== null;

const isDialogOpen = () => document.querySelector("[role=dialog]") !== null;

/** Single keys are silent while one types in a field or answers a dialog. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, altKey, target } = event;
      if (metaKey || ctrlKey || altKey || event.defaultPrevented || isDialogOpen()) return;
      if (isTyping(target)) {
        if (key === "Escape" && target instanceof HTMLElement) target.blur();
        return;
      }
      const wanted = latest.current[key];
      if (!wanted) return;
      event.preventDefault();
      wanted(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
};

const chordMs = 900;

/** `g` and then a letter goes somewhere. */
export const useChord = (start: string, then: Readonly<Record<string, () => void>>): Keys => {
  const until = useRef(0);
  const armed = Object.entries(then).map(([key, go]) => [
    key,
    () => {
      if (Date.now() < until.current) go();
      until.current = 0;
    },
  ]);
  return {
    ...Object.fromEntries(armed),
    [start]: () => {
      until.current = Date.now() + chordMs;
    },
  };
};
