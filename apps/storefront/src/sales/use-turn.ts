import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";
import type { SalePhase } from "./sale-view.ts";

const spreadMs = 1_500;
const phases: Record<string, SalePhase> = {
  Scheduled: "before",
  Running: "running",
  Over: "over",
  Cancelled: "over",
};

/** When a sale begins or ends the page is read again, by thousands not all at once. */
export const useTurn = (phase: SalePhase | undefined, status: string | undefined) => {
  const { revalidate } = useRevalidator();
  const read = useRef(revalidate);
  read.current = revalidate;
  const isTurned = phase !== undefined && status !== undefined && phases[status] !== phase;
  useEffect(() => {
    if (!isTurned) return undefined;
    const timer = setTimeout(() => void read.current(), Math.random() * spreadMs);
    return () => clearTimeout(timer);
  }, [isTurned]);
};
