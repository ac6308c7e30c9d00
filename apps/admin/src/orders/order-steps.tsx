import type { Order } from "@wares/contracts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { moment, span } from "../shell/say.ts";
import { statusWords } from "./order-words.ts";
import { reachedAt } from "./reached-at.ts";
import { stops, trackOf } from "./track.ts";

const words = {
  en: { life: "Life of this order", since: (span: string) => `for ${span}` },
  zh: { life: "订单进程", since: (span: string) => `已 ${span}` },
} satisfies Words<unknown>;

const marks = { walked: "d", now: "c", ahead: undefined };

/** The track across the whole order, with the times it got there. */
export const OrderSteps = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const names = useWords(statusWords);
  const { language } = useLanguage();
  const track = trackOf(order.status);
  const times = reachedAt(order);
  return (
    <ol className={`steps ${track.tone}`} aria-label={text.life}>
      {stops.map((stop, index) => {
        const at = times[stop];
        const isNow = track.stops[index] === "now";
        return (
          <li
            key={stop}
            className={marks[track.stops[index] ?? "ahead"]}
            aria-current={isNow ? "step" : undefined}
          >
            <b>{isNow ? names[order.status] : names[stop]}</b>
            {at && <time dateTime={at}>{moment(at, language)}</time>}
            {isNow && (
              <small>{text.since(span(Date.now() - Date.parse(order.updatedAt), language))}</small>
            )}
          </li>
        );
      })}
    </ol>
  );
};
