import { useWords } from "../layout/locale.ts";
import { Countdown } from "./countdown.tsx";
import { saleWords } from "./sale-words.ts";
import type { CardSale } from "./use-card-sale.ts";

/** While it runs: what is left; before: when. Its clock is quiet, for a shelf holds many. */
export const CardState = ({ found: { sale, phase, left } }: { found: CardSale }) => {
  const say = useWords(saleWords);
  if (phase === "running") return <>{left === 0 ? say.soldOut : say.few(left)}</>;
  return <Countdown sale={sale} isQuiet />;
};
