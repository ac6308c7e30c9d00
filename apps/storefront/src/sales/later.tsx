import { type ComponentType, lazy } from "react";

/**
 * Most days there is no sale, and its code stays away from the browser. The server fetches it as it starts:
 * a sale stands in the page as it is sent, and its code wakes it where it stands. Nobody waits for it there,
 * for these modules import the pages that import this one. Each is one element, or one text: of what stands
 * in the page, Preact keeps one node for a part whose code it waits for.
 */
const later = <Props extends object>(fetch: () => Promise<ComponentType<Props>>) => {
  let atHand: ComponentType<Props> | undefined;
  if (import.meta.env.SSR) void fetch().then((made) => (atHand = made));
  const Fetched = lazy(async () => ({ default: await fetch() }));
  return (props: Props) => {
    const Part: ComponentType<Props> = atHand ?? (Fetched as unknown as ComponentType<Props>);
    return <Part {...props} />;
  };
};

export const SaleBuy = later(async () => (await import("./sale-buy.tsx")).SaleBuy);
export const CardState = later(async () => (await import("./card-state.tsx")).CardState);
export const SaleBand = later(async () => (await import("./sale-band.tsx")).SaleBand);
