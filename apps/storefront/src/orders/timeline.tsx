import type { TimelineEntry } from "@wares/contracts";
import { dayAndTime, shortDay } from "../layout/dates.ts";
import { useLanguage, useWords } from "../layout/locale.ts";
import { orderWords, type OrderWords } from "./order-words.ts";
import type { OrderPageOf } from "./order.server.ts";

/** What happened, each with its time; then what is to come, with what we think. */
export const Timeline = ({ page }: { page: OrderPageOf }) => {
  const say = useWords(orderWords);
  const language = useLanguage();
  const { order, window } = page;
  const comes = stillToCome(page);
  const days = say.between(shortDay(window.earliest, language), shortDay(window.latest, language));
  return (
    <ol className="timeline">
      {order.timeline.map((entry, place) => {
        const isNow = place === order.timeline.length - 1 && comes.length > 0;
        return (
          <li
            key={`${entry.at}${entry.kind}`}
            className={isNow ? "now" : undefined}
            aria-current={isNow ? "step" : undefined}
          >
            <h3>{titleOf(entry, say)}</h3>
            <time dateTime={entry.at}>{dayAndTime(entry.at, language)}</time>
            {textOf(entry, say) && <p className="small">{textOf(entry, say)}</p>}
          </li>
        );
      })}
      {comes.map((step) => (
        <li key={step} className="to-come">
          <h3>{say.toCome[step]}</h3>
          {step === "there" && <p className="small soft">{say.mostLikely(days)}</p>}
        </li>
      ))}
    </ol>
  );
};

export const titleOf = ({ kind }: Pick<TimelineEntry, "kind">, say: OrderWords) => {
  const known = say.events as Record<string, string>;
  return known[kind] ?? known[`Order${kind}`] ?? kind;
};

/** A reason in the shopper's words; a code that we have no words for stays with the shop. */
export const textOf = ({ text = "" }: Pick<TimelineEntry, "text">, say: OrderWords) => {
  const known: Record<string, string> = { ...say.failures, ...say.reasons };
  return known[text] ?? (/^\w*$/.test(text) ? undefined : text);
};

const steps = ["paid", "packed", "shipped", "there"] as const;
const reached = {
  Pending: 0,
  PaymentFailed: 0,
  Confirmed: 0,
  paying: 0,
  proving: 0,
  Paid: 1,
  Processing: 2,
  Shipped: 3,
  Delivered: 4,
  Cancelled: 4,
  Refunded: 4,
} as const;

export const stillToCome = ({ phase }: Pick<OrderPageOf, "phase">) => steps.slice(reached[phase]);
