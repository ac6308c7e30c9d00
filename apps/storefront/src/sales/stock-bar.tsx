import { useWords } from "../layout/locale.ts";
import { saleWords } from "./sale-words.ts";

/** Drawn, since a length from data may not stand in a style attribute. */
export const StockBar = ({ available, quantity }: { available: number; quantity: number }) => {
  const say = useWords(saleWords);
  const share = quantity === 0 ? 0 : Math.min(100, (available / quantity) * 100);
  return (
    <div className="stock-bar">
      <strong>{available === 0 ? say.soldOut : say.left(available, quantity)}</strong>
      {/* In a rush the number changes many times a second: only the end is news to who listens. */}
      <span className="hidden-text" aria-live="polite">
        {available === 0 && say.soldOut}
      </span>
      <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={available === 0 ? 0 : Math.max(1, share)} height="6" />
      </svg>
    </div>
  );
};
