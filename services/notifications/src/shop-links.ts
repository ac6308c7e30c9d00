import type { Language } from "@wares/contracts";

/** Pages of the shop, by the address it is configured under: never by what a request calls it. */
export const shopLinks = (shopUrl: string, keyOf: (orderId: string) => string) => {
  const base = shopUrl.replace(/\/+$/, "");
  const page = (language: Language, path: string) =>
    `${base}${language === "zh" ? "/zh" : ""}${path}`;
  return {
    base,
    home: (language: Language) => page(language, "/"),
    cart: (language: Language) => page(language, "/cart"),
    resetPage: (language: Language) => page(language, "/password-reset"),
    confirm: (language: Language, token: string) =>
      page(language, `/confirm/${encodeURIComponent(token)}`),
    reset: (language: Language, token: string) =>
      page(language, `/password-reset/${encodeURIComponent(token)}`),
    order: (language: Language, orderId: string) =>
      page(language, `/orders/${orderId}?key=${encodeURIComponent(keyOf(orderId))}`),
    stock: () => `${base}/admin/stock`,
  };
};
export type ShopLinks = ReturnType<typeof shopLinks>;
