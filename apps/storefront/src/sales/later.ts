import { lazy } from "react";

// Most days there is no sale, and its code stays away from the browser. The server has it from the start:
// a sale stands in the page as it is sent, and its code wakes it where it stands.
const offer = () => import("./sale-buy.tsx");
const state = () => import("./card-state.tsx");
const band = () => import("./sale-band.tsx");

const onServer = import.meta.env.SSR
  ? await Promise.all([offer(), state(), band()])
  : ([] as const);

export const SaleBuy =
  onServer[0]?.SaleBuy ?? lazy(async () => ({ default: (await offer()).SaleBuy }));
export const CardState =
  onServer[1]?.CardState ?? lazy(async () => ({ default: (await state()).CardState }));
export const SaleBand =
  onServer[2]?.SaleBand ?? lazy(async () => ({ default: (await band()).SaleBand }));
