import { hourOf, shortDay } from "../layout/dates.ts";
import { useLanguage, useWords } from "../layout/locale.ts";
import { orderWords } from "./order-words.ts";
import type { OrderPageOf } from "./order.server.ts";
import { stillToCome, titleOf } from "./timeline.tsx";

const width = 1120;
const day = 86_400_000;
const closest = 120;

/** Distances are true to time: a day is a day, and what we guess is a band. */
export const TimeAxis = ({ page }: { page: OrderPageOf }) => {
  const say = useWords(orderWords);
  const language = useLanguage();
  const { order, window, now } = page;
  if (stillToCome(page).length === 0 && order.status !== "Delivered") return null;
  const start = Math.floor(Date.parse(order.createdAt) / day) * day;
  const end = Math.max(Date.parse(window.latest), Date.parse(now)) + day / 2;
  const days = Math.min(30, Math.max(2, Math.ceil((end - start) / day)));
  const at = (time: string) =>
    Math.min(width, Math.max(8, ((Date.parse(time) - start) / (days * day)) * width));
  const points = grouped(order.timeline.map((entry) => ({ ...entry, x: at(entry.at) })));
  const here = at(now);
  const [from, to] = [at(window.earliest), at(window.latest)];
  const isThere = order.status === "Delivered";
  const guess = say.between(shortDay(window.earliest, language), shortDay(window.latest, language));
  return (
    <figure className="time-axis">
      <svg viewBox="0 -34 1120 150" role="img" aria-label={`${say.axis}: ${guess}`}>
        <Days start={start} count={days} />
        {!isThere && (
          <>
            <rect
              className="window"
              x={from - 24}
              y="28"
              width={Math.max(48, to - from + 48)}
              height="24"
              rx="12"
            />
            <text className="strong" x={(from + to) / 2} y="74" textAnchor="middle">
              {guess}
            </text>
          </>
        )}
        <path className="spine" d={`M${points[0]?.x ?? 8} 40H${isThere ? here : from - 24}`} />
        <path className="gone" d={`M${points[0]?.x ?? 8} 40H${here}`} />
        {points.map(({ x, entries }) => (
          <g key={x}>
            <circle className="done" cx={x} cy="40" r="7" />
            <text className="strong" x={x} y="74" textAnchor={x < 60 ? "start" : "middle"}>
              {entries.map((entry) => titleOf(entry, say)).join(", ")}
            </text>
            <text x={x} y="92" textAnchor={x < 60 ? "start" : "middle"}>
              {hourOf(entries[0]?.at ?? order.createdAt, language)}
            </text>
          </g>
        ))}
        {!isThere && (
          <>
            <circle className="now" cx={here} cy="40" r="9" />
            <text className="strong" x={here} y="20" textAnchor="middle">
              {say.now}
            </text>
          </>
        )}
      </svg>
    </figure>
  );
};

const Days = ({ start, count }: { start: number; count: number }) => {
  const language = useLanguage();
  return Array.from({ length: count + 1 }, (_, place) => {
    const x = (place / count) * width;
    return (
      <g key={place}>
        <path className="grid-line" d={`M${x} -26V96`} />
        {place < count && (count <= 10 || place % 3 === 0) && (
          <text x={x + 8} y="-16">
            {shortDay(new Date(start + place * day), language)}
          </text>
        )}
      </g>
    );
  });
};

type Placed = OrderPageOf["order"]["timeline"][number] & { x: number };
type Point = { x: number; entries: Placed[] };

// What happened within the same hour shares one dot, or its words would lie on each other.
const grouped = (entries: Placed[]) => {
  const points: Point[] = [];
  for (const entry of entries) {
    const last = points.at(-1);
    if (last && entry.x - last.x < closest) {
      last.entries = [last.entries[0] ?? entry, ...(last.entries.length > 0 ? [entry] : [])].slice(
        0,
        2,
      );
    } else points.push({ x: entry.x, entries: [entry] });
  }
  return points;
};
