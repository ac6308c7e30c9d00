import type { OrderStatus } from "@wares/contracts";
import { CircleAlert } from "lucide-react";
import { useLanguage, useWords } from "../shell/language.tsx";
import { span } from "../shell/say.ts";
import { nextStep } from "./next-step.ts";
import { nextWords, statusWords } from "./order-words.ts";
import { trackOf } from "./track.ts";

const tones = { going: "track", waits: "track warn", arrived: "track end", cut: "track cut" };
const marks = { walked: "d", now: "c", ahead: undefined };

/** The track and, always beside it, the word. */
export const Status = ({ status, waits = false }: { status: OrderStatus; waits?: boolean }) => {
  const names = useWords(statusWords);
  const { stops, tone } = trackOf(status, waits);
  return (
    <span className="nw">
      <span className={tones[tone]} aria-hidden>
        {stops.map((stop, index) => (
          // Six stops in a fixed order.
          <i key={index} className={marks[stop]} />
        ))}
      </span>
      {names[status]}
    </span>
  );
};

export type Stepping = Readonly<{ status: OrderStatus; updatedAt: string; itemCount: number }>;

export const useNextWords = () => {
  const text = useWords(nextWords);
  const { language } = useLanguage();
  return (order: Stepping): { words: string; isUrgent: boolean } => {
    const { what, isUrgent, sinceMs } = nextStep(order, Date.now());
    const since = span(sinceMs, language);
    switch (what) {
      case "nothing":
        return { words: "", isUrgent };
      case "ship":
        return { words: text.ship(order.itemCount), isUrgent };
      case "unsettled":
      case "pickLate":
      case "shipLate":
      case "overdue":
        return { words: text[what](since), isUrgent };
      case "waitsForMoney":
      case "claims":
      case "pick":
      case "onItsWay":
      case "mayPayAgain":
        return { words: text[what], isUrgent };
    }
  };
};

export const Next = ({ order }: { order: Stepping }) => {
  const { words, isUrgent } = useNextWords()(order);
  if (!isUrgent) return <span className="do">{words}</span>;
  return (
    <span className="why">
      <CircleAlert className="i" aria-hidden />
      {words}
    </span>
  );
};
