import { useWords } from "../layout/locale.ts";
import { productWords } from "./product-words.ts";

type Props = { available: number; what: string; hasChanged: boolean };

export const LiveStock = ({ available, what, hasChanged }: Props) => {
  const say = useWords(productWords);
  const few = available > 0 && available <= 9;
  const title = available === 0 ? say.soldOutNow : few ? say.left(available) : say.inStock;
  const rest = available === 0 ? say.soldOutIn(what) : say.inWhat(what);
  return (
    <output className={hasChanged ? "live changed" : "live"} aria-live="polite">
      <strong key={available}>{title}</strong>
      {rest && <span className="soft">{rest}</span>}
    </output>
  );
};
