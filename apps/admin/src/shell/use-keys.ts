import { useEffect, useLayoutEffect, useRef } from "react";

/** A key whose function answers false was not meant: the next who listens may have it. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]):not([type=radio]),textarea,select") !== null;

const isDialogOpen = () => document.querySelector("[role=dialog]") !== null;

/**
 * Single keys are silent while one types in a field or answers a dialog. What is heard first does
 * not depend on which page came first: `isFirst` is for the shell, whose chords use pages' letters.
 */
export const useKeys = (keys: Keys, isFirst = false): void => {
  const latest = useRef(keys);
  // Together with what is seen: a key pressed as a page appears is meant for that page.
  useLayoutEffect(() => {
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
      if (wanted(event) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKey, isFirst);
    return () => document.removeEventListener("keydown", onKey, isFirst);
  }, [isFirst]);
};

const chordMs = 900;

/** `g` and then a letter goes somewhere. */
export const useChord = (start: string, then: Readonly<Record<string, () => void>>): Keys => {
  const until = useRef(0);
  const armed = Object.entries(then).map(([key, go]) => [
    key,
    () => {
      const isArmed = Date.now() < until.current;
      until.current = 0;
      if (isArmed) go();
      return isArmed;
    },
  ]);
  return {
    ...Object.fromEntries(armed),
    [start]: () => {
      until.current = Date.now() + chordMs;
    },
  };
};
