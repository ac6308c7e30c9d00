import { useWords } from "../layout/locale.ts";
import { countdownOf, milestoneAt } from "./counting.ts";
import { phaseAt, type Sale } from "./sale-view.ts";
import { saleWords } from "./sale-words.ts";
import { useShopNow } from "./use-shop-now.ts";

/** Counts before one's eyes; who listens instead is told at milestones alone. */
export const Countdown = ({ sale, isQuiet = false }: { sale: Sale; isQuiet?: boolean }) => {
  const say = useWords(saleWords);
  const now = useShopNow(sale.now);
  const phase = phaseAt(sale, now);
  if (phase === "over") return <span className="countdown">{say.over}</span>;
  const ms = Date.parse(phase === "before" ? sale.startsAt : sale.endsAt) - now;
  const { days, hours, clock } = { days: 0, hours: 0, clock: "", ...countdownOf(ms) };
  const milestone = isQuiet ? undefined : milestoneAt(ms);
  return (
    <span className="countdown">
      <span className="soft">{phase === "before" ? say.startsIn : say.endsIn}</span>{" "}
      <time className="num" dateTime={phase === "before" ? sale.startsAt : sale.endsAt}>
        {clock || say.span(days, hours)}
      </time>
      {!isQuiet && (
        <span className="hidden-text" aria-live="polite">
          {milestone && say[phase === "before" ? "startsSoon" : "endsSoon"](spanOf(milestone, say))}
        </span>
      )}
    </span>
  );
};

const spanOf = (ms: number, say: (typeof saleWords)["en"]) =>
  ms >= 60_000 ? say.minutes(ms / 60_000) : say.seconds(ms / 1_000);
