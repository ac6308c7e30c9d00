import { useEffect, useState } from "react";
import { Icon } from "../layout/icon.tsx";
import { useWords } from "../layout/locale.ts";
import { cartWords } from "./cart-words.ts";

type Props = {
  label: string;
  value: number;
  most: number;
  low?: boolean;
  onChange?: (value: number) => void;
};

/** A number field that works by itself; its buttons need scripts, and are quicker. */
export const Stepper = ({ label, value, most, low = false, onChange }: Props) => {
  const say = useWords(cartWords);
  const [shown, setShown] = useState(String(value));
  useEffect(() => setShown(String(value)), [value]);
  const step = (by: number) => {
    const next = Math.min(most, Math.max(1, (Number(shown) || 1) + by));
    setShown(String(next));
    if (next !== Number(shown)) onChange?.(next);
  };
  return (
    <div className={low ? "stepper low" : "stepper"} role="group" aria-label={label}>
      <button type="button" aria-label={say.fewer} onClick={() => step(-1)}>
        <Icon name="minus" small />
      </button>
      <input
        name="quantity"
        inputMode="numeric"
        pattern="[0-9]{1,2}"
        value={shown}
        aria-label={say.howMany}
        onChange={({ target }) => setShown(target.value)}
        onBlur={() => step(0)}
      />
      <button type="button" aria-label={say.more} onClick={() => step(1)}>
        <Icon name="plus" small />
      </button>
    </div>
  );
};
