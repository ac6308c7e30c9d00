import { FlashSaleFigures, parse } from "@wares/contracts";
import { useEffect, useState } from "react";
import { ask } from "../api/ask.ts";
import { liveAt } from "./flash-sales.queries.ts";

export type FigurePoint = FlashSaleFigures & Readonly<{ seconds: number }>;

// A quarter of an hour by the second is what a chart can show.
const pointsMax = 900;
const everyMs = 1_000;
const againMs = 3_000;

/** The newest figures as they are told, and how they went since the page was opened. */
export const useFigures = (saleId: string) => {
  const [points, setPoints] = useState<readonly FigurePoint[]>([]);
  const [latest, setLatest] = useState<FlashSaleFigures>();
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    let newest: FlashSaleFigures | undefined;
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const add = () => {
      const told = newest;
      if (told)
        setPoints((before) => [
          ...before.slice(1 - pointsMax),
          { ...told, seconds: Math.round(Date.now() / 1_000) },
        ]);
    };
    const take = (told: FlashSaleFigures) => {
      const isFirst = newest === undefined;
      newest = told;
      setLatest(told);
      if (isFirst) add();
    };
    const open = () => {
      source = new EventSource(liveAt(saleId));
      source.addEventListener("message", ({ data }: MessageEvent<string>) => {
        setIsLive(true);
        take(parse(FlashSaleFigures, JSON.parse(data)));
      });
      source.addEventListener("error", () => {
        setIsLive(false);
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(renew, againMs);
      });
    };
    // An access that ran out ends the line for good: a plain question renews it first.
    const renew = () =>
      void ask(FlashSaleFigures, `flash-sales/${saleId}/figures`)
        .then((told) => {
          take(told);
          open();
        })
        .catch(() => (again = setTimeout(renew, againMs)));
    open();
    const timer = setInterval(add, everyMs);
    return () => {
      source?.close();
      clearInterval(timer);
      clearTimeout(again);
    };
  }, [saleId]);
  return { points, latest, isLive };
};
