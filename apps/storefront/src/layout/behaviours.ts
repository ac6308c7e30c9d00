import type { BehaviourBatch, ProductId } from "@wares/contracts";
import { useEffect } from "react";
import { useLocation, useRouteLoaderData } from "react-router";
import type { FrameOf } from "./frame.server.ts";

type Behaviour = BehaviourBatch["behaviours"][number];
const waiting: Behaviour[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Many at once, at the latest after fifteen seconds or when the page is left. */
const send = () => {
  clearTimeout(timer);
  timer = undefined;
  const behaviours = waiting.splice(0, 50);
  if (behaviours.length === 0) return;
  const batch: BehaviourBatch = { consent: true, behaviours };
  const body = new Blob([JSON.stringify(batch)], { type: "application/json" });
  // What gets lost is one look at one thing: nobody waits for it and nothing retries.
  navigator.sendBeacon("/api/v1/behaviours", body);
};

const report = (behaviour: Behaviour) => {
  if (waiting.length >= 50) send();
  waiting.push(behaviour);
  timer ??= setTimeout(send, 15_000);
};

const useConsent = () => {
  const frame = useRouteLoaderData("root") as FrameOf | undefined;
  return frame?.consent === "yes";
};

export const useReportClick = () => {
  const hasConsent = useConsent();
  return (productId: ProductId, source: string) => {
    if (hasConsent) report({ type: "Click", productId, source, durationMs: 0 });
  };
};

/** A look lasts from when the page is seen until it is left. */
export const useReportView = (productId: ProductId) => {
  const hasConsent = useConsent();
  const { state } = useLocation() as { state: { source?: string } | null };
  useEffect(() => {
    if (!hasConsent) return undefined;
    let start = performance.now();
    const tell = () => {
      const durationMs = Math.min(86_400_000, Math.round(performance.now() - start));
      start = performance.now();
      report({ type: "View", productId, source: state?.source ?? "page", durationMs });
    };
    const onLeave = () => {
      if (document.visibilityState !== "hidden") return;
      tell();
      send();
    };
    document.addEventListener("visibilitychange", onLeave);
    return () => {
      document.removeEventListener("visibilitychange", onLeave);
      tell();
    };
  }, [productId, hasConsent]);
};
