import {
  currencies,
  type Currency,
  type FlashSale,
  type FlashSaleChange,
  type PriceTable,
  type ProductId,
  type Sku,
} from "@wares/contracts";
import type { Draft } from "../shell/conflict.ts";
import { amountOf, amountText } from "../shell/say.ts";

// A sale as its form holds it: one text for each field, so that two who change it meet field by field.
export const quantityKey = (sku: string) => `quantity/${sku}`;
export const priceKey = (sku: string, currency: Currency) => `price/${sku}/${currency}`;
export const productKey = (sku: string) => `product/${sku}`;

const hour = 3_600_000;
export const itemsMax = 20;

/** What a field of type datetime-local holds: by the clock of who types it, its seconds where there are any. */
export const localTime = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 19)
    .replace(/:00$/, "");

/** From the next full hour on, for an hour. */
export const emptySale = (now: number): Draft => {
  const start = Math.ceil((now + hour / 2) / hour) * hour;
  return {
    "name.en": "",
    "name.zh": "",
    startsAt: localTime(start),
    endsAt: localTime(start + hour),
    limitPerCustomer: "1",
    hasWaitingRoom: "yes",
    items: "",
  };
};

export const skusOf = ({ items }: Draft): readonly string[] => (items ? items.split("\n") : []);

export const draftOf = (sale: FlashSale): Draft => ({
  "name.en": sale.name.en,
  "name.zh": sale.name.zh ?? "",
  startsAt: localTime(Date.parse(sale.startsAt)),
  endsAt: localTime(Date.parse(sale.endsAt)),
  limitPerCustomer: String(sale.limitPerCustomer),
  hasWaitingRoom: sale.hasWaitingRoom ? "yes" : "",
  items: sale.items.map(({ sku }) => sku).join("\n"),
  ...Object.assign(
    {},
    ...sale.items.map(({ sku, productId, quantity, salePrices }) => ({
      [productKey(sku)]: productId,
      [quantityKey(sku)]: String(quantity),
      ...pricesIn(sku, salePrices),
    })),
  ),
});

const pricesIn = (sku: string, prices: PriceTable): Draft =>
  Object.fromEntries(
    currencies.map((currency) => [priceKey(sku, currency), amountText(prices[currency], currency)]),
  );

/** So many per cent off in every currency, rounded down to what its coins can say. */
export const pricesOff = (sku: string, prices: PriceTable, percent: number): Draft =>
  Object.fromEntries(
    currencies.map((currency) => {
      const amount = Math.floor((prices[currency] * (100 - percent)) / 100);
      return [priceKey(sku, currency), amountText(amount, currency)];
    }),
  );

type Added = Readonly<{ sku: Sku; productId: ProductId; prices: PriceTable }>;

/** A thing comes into the sale at a fifth off, ten of it: a start that is changed rather than typed. */
export const withItem = (draft: Draft, { sku, productId, prices }: Added): Draft => ({
  ...draft,
  items: [...new Set([...skusOf(draft), sku])].join("\n"),
  [productKey(sku)]: productId,
  [quantityKey(sku)]: draft[quantityKey(sku)] ?? "10",
  ...pricesOff(sku, prices, 20),
});

const isCount = (text: string | undefined, most: number) =>
  /^[1-9]\d{0,6}$/.test(text?.trim() ?? "") && Number(text) <= most;
const isTime = (text: string | undefined) => !Number.isNaN(Date.parse(text ?? ""));

export type Mistake = "missing" | "count" | "portion" | "time" | "order" | "price" | "items";

/** What cannot be sent as it is, by field. */
export const mistakesIn = (draft: Draft): Readonly<Record<string, Mistake>> => {
  const wrong: Record<string, Mistake> = {};
  const judge = (key: string, isRight: boolean, mistake: Mistake) => {
    if (!isRight) wrong[key] ??= mistake;
  };
  judge("name.en", Boolean(draft["name.en"]?.trim()), "missing");
  judge("startsAt", isTime(draft["startsAt"]), "time");
  judge("endsAt", isTime(draft["endsAt"]), "time");
  judge(
    "endsAt",
    !(Date.parse(draft["endsAt"] ?? "") <= Date.parse(draft["startsAt"] ?? "")),
    "order",
  );
  judge("limitPerCustomer", isCount(draft["limitPerCustomer"], 99), "portion");
  const skus = skusOf(draft);
  judge("items", skus.length > 0 && skus.length <= itemsMax, "items");
  for (const sku of skus) {
    judge(quantityKey(sku), isCount(draft[quantityKey(sku)], 1_000_000), "count");
    for (const currency of currencies) {
      const key = priceKey(sku, currency);
      judge(key, amountOf(draft[key] ?? "", currency) !== undefined, "price");
    }
  }
  return wrong;
};

export const saleChange = (draft: Draft): FlashSaleChange => {
  const zh = draft["name.zh"]?.trim();
  const amount = (sku: string, currency: Currency) =>
    amountOf(draft[priceKey(sku, currency)] ?? "", currency) ?? 0;
  return {
    name: { en: draft["name.en"]?.trim() ?? "", ...(zh && { zh }) },
    startsAt: new Date(draft["startsAt"] ?? "").toISOString(),
    endsAt: new Date(draft["endsAt"] ?? "").toISOString(),
    limitPerCustomer: Number(draft["limitPerCustomer"]),
    hasWaitingRoom: draft["hasWaitingRoom"] === "yes",
    items: skusOf(draft).map((sku) => ({
      // Chosen from the shop's own list.
      sku: sku as Sku,
      quantity: Number(draft[quantityKey(sku)]),
      salePrices: {
        USD: amount(sku, "USD"),
        EUR: amount(sku, "EUR"),
        GBP: amount(sku, "GBP"),
        JPY: amount(sku, "JPY"),
        CNY: amount(sku, "CNY"),
      },
    })),
  };
};

/** Which field of the form the shop's pointer means. */
export const blamedField = (draft: Draft, pointer: string | undefined): string | undefined => {
  const [first = "", nth = "", part, currency] = (pointer ?? "").split("/").slice(1);
  if (first !== "items") return first === "name" ? `name.${nth || "en"}` : first || undefined;
  const sku = skusOf(draft)[Number(nth)];
  if (sku === undefined) return "items";
  const known = currencies.find((one) => one === currency);
  return part === "salePrices" && known ? priceKey(sku, known) : quantityKey(sku);
};
