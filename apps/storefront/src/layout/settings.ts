import { redirect } from "react-router";
import type { Route } from "./+types/settings.ts";
import { visitContext } from "../server/visit.ts";
import { localBack } from "../server/local-back.ts";
import { inLanguage, shopCurrencies, withoutLanguage } from "./locale.ts";

const year = 365 * 86_400;

/** Language, currency and theme, remembered a year. */
export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const form = await request.formData();
  const language = form.get("language") === "zh" ? "zh" : "en";
  const currency = shopCurrencies.find((known) => known === form.get("currency"));
  const theme = form.get("theme");
  visit.remember("wares_language", language, year);
  if (currency) visit.remember("wares_currency", currency, year);
  if (theme === "light" || theme === "dark") visit.remember("wares_theme", theme, year);
  else visit.forget("wares_theme");
  return redirect(inLanguage(language, withoutLanguage(localBack(form.get("back")))), 303);
};
