import { retrySeconds } from "@wares/platform";
import type { LoadClass } from "./load-classes.ts";

// Who is let in when more come than can be served: so many of a kind at a time, fewer while the event
// loop is late. Neither a queue nor a timer: who is let in is worked on, who is not is told at once.

const windowMs = 1_000;
const spreadMin = 4;
// Shorter than a minute, within which a shop is to be itself again after a spike.
const spreadMax = 40;
// However late the loop, one in twenty goes on: a shop that serves nobody never finds out that it could.
const shareMin = 0.05;

type Gauge = {
  inFlight: number;
  sinceMs: number;
  admitted: number;
  refused: number;
  spread: number;
};
export type Entry = Readonly<{ leave: () => void }> | Readonly<{ retryAfterSeconds: number }>;

export const roomIn = ({ inFlightMax, delayMsMax }: LoadClass, delayMs: number): number =>
  Math.ceil(inFlightMax * Math.max(shareMin, Math.min(1, delayMsMax / Math.max(delayMs, 1))));

type World = Readonly<{ nowMs: () => number; delayMs: () => number; dice?: () => number }>;

export const shedding = ({ nowMs, delayMs, dice = Math.random }: World) => {
  const gauges = new Map<string, Gauge>();
  const gaugeOf = ({ name }: LoadClass): Gauge => {
    const now = nowMs();
    const known = gauges.get(name);
    const fresh = { sinceMs: now, admitted: 0, refused: 0 };
    if (!known) {
      const made: Gauge = { ...fresh, inFlight: 0, spread: spreadMin };
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
      const gauge = gaugeOf(kind);
      if (gauge.inFlight >= roomIn(kind, delayMs())) {
        gauge.refused += 1;
        return { retryAfterSeconds: retrySeconds(gauge.spread, dice) };
      }
      gauge.admitted += 1;
      gauge.inFlight += 1;
      let hasLeft = false;
      return {
        leave: () => {
          if (hasLeft) return;
          hasLeft = true;
          gauge.inFlight -= 1;
        },
      };
    },
    inFlight: (): Readonly<Record<string, number>> =>
      Object.fromEntries([...gauges].map(([name, { inFlight }]) => [name, inFlight])),
  };
};
export type Shedding = ReturnType<typeof shedding>;
