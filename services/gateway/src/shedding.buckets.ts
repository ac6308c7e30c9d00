import { retrySeconds } from "@wares/platform";
import type { LoadClass } from "./load-classes.ts";

// Who is let in when more come than can be served: so many of a kind at a time, fewer while the event
// loop is late. Neither a queue nor a timer: who is let in is worked on, who is not is told at once.

const windowMs = 1_000;
const spreadMin = 4;
const spreadMax = 60;
// However late the loop, one in twenty goes on: a shop that serves nobody never finds out that it could.
const shareMin = 0.05;

// What is measured is how fast a kind is served: so long together, that a batch which ends is not all of it.
const pacedMs = 250;
const placesMin = 50;

type Gauge = {
  inFlight: number;
  /** How many at a time are served within their time, as it was last measured. */
  places: number;
  pace: { sinceMs: number; count: number; sumMs: number; atMost: number };
  sinceMs: number;
  admitted: number;
  refused: number;
  spread: number;
};
export type Entry = Readonly<{ leave: () => void }> | Readonly<{ retryAfterSeconds: number }>;

export const roomIn = ({ inFlightMax, delayMsMax }: LoadClass, delayMs: number): number =>
  Math.ceil(inFlightMax * Math.max(shareMin, Math.min(1, delayMsMax / Math.max(delayMs, 1))));

type World = Readonly<{ nowMs: () => number; delayMs: () => number; dice?: () => number }>;

/**
 * So many at a time that each is served within the kind's own time: as many as were served meanwhile, where it
 * takes longer, and step by step more again where it does not. A fixed number is a quarter of a second on one
 * machine and two on another that is half as fast and busy with something else.
 */
const placesAfter = (
  { places, pace }: Gauge,
  { inFlightMax, servedMsMax = Infinity }: LoadClass,
  passedMs: number,
): number => {
  const { count, sumMs, atMost } = pace;
  if (count === 0) return places;
  if (sumMs / count > servedMsMax)
    return Math.max(placesMin, Math.min(places, Math.round((count / passedMs) * servedMsMax)));
  const isWanted = atMost > places / 2;
  return isWanted ? Math.min(inFlightMax, Math.ceil(places * 1.25)) : places;
};

export const shedding = ({ nowMs, delayMs, dice = Math.random }: World) => {
  const gauges = new Map<string, Gauge>();
  const measure = (gauge: Gauge, kind: LoadClass, now: number): void => {
    const passedMs = now - gauge.pace.sinceMs;
    if (passedMs < pacedMs) return;
    gauge.places = placesAfter(gauge, kind, passedMs);
    gauge.pace = { sinceMs: now, count: 0, sumMs: 0, atMost: 0 };
  };
  const gaugeOf = (kind: LoadClass, now: number): Gauge => {
    const { name, inFlightMax } = kind;
    const known = gauges.get(name);
    const fresh = { sinceMs: now, admitted: 0, refused: 0 };
    if (!known) {
      const pace = { sinceMs: now, count: 0, sumMs: 0, atMost: 0 };
      const made: Gauge = { ...fresh, inFlight: 0, places: inFlightMax, pace, spread: spreadMin };
      gauges.set(name, made);
      return made;
    }
    if (now - known.sinceMs > windowMs) {
      // Nine refused for each one served come back over nine seconds: at the pace at which they are served.
      const times = Math.ceil(known.refused / Math.max(1, known.admitted));
      known.spread = Math.min(spreadMax, Math.max(spreadMin, times));
      Object.assign(known, fresh);
    }
    return known;
  };

  return {
    enter: (kind: LoadClass): Entry => {
      const now = nowMs();
      const gauge = gaugeOf(kind, now);
      measure(gauge, kind, now);
      if (gauge.inFlight >= Math.min(gauge.places, roomIn(kind, delayMs()))) {
        gauge.refused += 1;
        return { retryAfterSeconds: retrySeconds(gauge.spread, dice) };
      }
      gauge.admitted += 1;
      gauge.inFlight += 1;
      gauge.pace.atMost = Math.max(gauge.pace.atMost, gauge.inFlight);
      let hasLeft = false;
      return {
        leave: () => {
          if (hasLeft) return;
          hasLeft = true;
          gauge.inFlight -= 1;
          gauge.pace.count += 1;
          gauge.pace.sumMs += nowMs() - now;
        },
      };
    },
    inFlight: (): Readonly<Record<string, number>> =>
      Object.fromEntries([...gauges].map(([name, { inFlight }]) => [name, inFlight])),
  };
};
export type Shedding = ReturnType<typeof shedding>;
