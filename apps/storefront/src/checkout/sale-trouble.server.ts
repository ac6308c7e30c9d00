import type { Problem } from "@wares/contracts";
import { redirect } from "react-router";
import type { SaleTrouble } from "../cart/cart.server.ts";
import { inLanguage, type Locale } from "../layout/locale.ts";
import { attempt } from "../server/visit.ts";

// What a flash sale refuses is decided in the cart: fewer of it, without it, or first wait one's turn.
const kinds: Record<string, SaleTrouble> = {
  "pricing.flash_sale_sold_out": "sold-out",
  "pricing.flash_sale_limit": "limit",
  "pricing.flash_sale_limit_reached": "taken",
  "pricing.flash_sale_not_running": "over",
  "pricing.one_flash_sale_per_order": "two",
  "waiting-room": "room",
  "gateway.not_admitted": "room",
  "gateway.admission_used": "taken",
};

export const saleTroubleOf = ({ type }: Problem): SaleTrouble | undefined => kinds[type];

export const unlessSaleSaysNo = async <Value>(
  { language }: Locale,
  asking: Promise<Value>,
): Promise<Value> => {
  const { value, problem } = await attempt(asking.then((said) => ({ said })));
  if (value) return value.said;
  const kind = saleTroubleOf(problem);
  if (kind) throw redirect(inLanguage(language, `/cart?sale=${kind}`), 303);
  return asking;
};
