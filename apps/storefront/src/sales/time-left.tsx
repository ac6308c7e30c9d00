import { useWords } from "../layout/locale.ts";
import { countdownOf } from "./counting.ts";
import { saleWords } from "./sale-words.ts";
import { useShopNow } from "./use-shop-now.ts";

/** Of a turn: silent, since it was said in minutes when it began. */
export const TimeLeft = ({ until, now: told }: { until: string; now: string }) => {
  const now = useShopNow(told);
  const { clock } = { clock: "", ...countdownOf(Date.parse(until) - now) };
  return (
    <time className="num" dateTime={until}>
      {clock.replace(/^00:/, "")}
    </time>
  );
};

export const Admission = ({ until, now }: { until: string; now: string }) => {
  const say = useWords(saleWords);
  return (
    <p className="small admission">
      <strong>
        {say.youAreIn} <TimeLeft until={until} now={now} />
      </strong>
    </p>
  );
};
