import { useEffect, useState } from "react";
import type { TicketFace } from "./wait.server.ts";

const againMs = { least: 2_000, spread: 4_000 };

/**
 * One's place, told as it changes. A browser comes back by itself when the line breaks; where it was told
 * "not now" it gives up for ever, so that one is opened again.
 */
export const useTicket = (saleId: string, first: TicketFace | undefined) => {
  const [ticket, setTicket] = useState(first);
  const [isLost, setLost] = useState(false);
  const isFollowed = first !== undefined && first.state !== "Used" && first.state !== "Lapsed";
  useEffect(() => setTicket(first), [first?.state, first?.position]);
  useEffect(() => {
    if (!isFollowed) return undefined;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(`/api/v1/flash-sales/${saleId}/ticket/live`);
      source.addEventListener("message", ({ data }: MessageEvent<string>) => {
        setLost(false);
        setTicket(JSON.parse(data) as TicketFace);
      });
      source.addEventListener("error", () => {
        setLost(true);
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, againMs.least + Math.random() * againMs.spread);
      });
    };
    open();
    return () => {
      source?.close();
      clearTimeout(timer);
    };
  }, [saleId, isFollowed]);
  return { ticket, isLost };
};
