import type { ChosenShipping, Country, Currency, Language, PriceTable } from "@wares/contracts";

// What the shop offers, as data. A method without a zone goes everywhere.

type Method = Readonly<{
  id: string;
  name: Readonly<Record<Language, string>>;
  carrier: string;
  service: Readonly<Record<Language, string>>;
  zones: readonly Zone[];
}>;
type Zone = Readonly<{
  /** Empty: everywhere that no earlier zone names. */
  countries: ReadonlySet<Country>;
  cost: PriceTable;
  freeFrom?: PriceTable;
  days: Readonly<{ least: number; most: number }>;
}>;

const zone = (countries: string): ReadonlySet<Country> => new Set(countries.split(" "));
const near = zone("US CA");
const europe = zone(
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK",
);
const eastAsia = zone("CN HK JP KR MO SG TW");
const anywhere: ReadonlySet<Country> = new Set();

const freeFrom: PriceTable = { USD: 7500, EUR: 7000, GBP: 6000, JPY: 11000, CNY: 49900 };

const methods: readonly Method[] = [
  {
    id: "standard",
    name: { en: "Standard", zh: "标准配送" },
    carrier: "Parcel Post",
    service: { en: "To the door, tracked", zh: "送货上门，可追踪" },
    zones: [
      {
        countries: near,
        cost: { USD: 590, EUR: 550, GBP: 480, JPY: 880, CNY: 3900 },
        freeFrom,
        days: { least: 3, most: 5 },
      },
      {
        countries: europe,
        cost: { USD: 690, EUR: 590, GBP: 490, JPY: 980, CNY: 4500 },
        freeFrom,
        days: { least: 2, most: 4 },
      },
      {
        countries: eastAsia,
        cost: { USD: 590, EUR: 550, GBP: 480, JPY: 600, CNY: 1500 },
        freeFrom,
        days: { least: 2, most: 4 },
      },
      {
        countries: anywhere,
        cost: { USD: 1900, EUR: 1800, GBP: 1500, JPY: 2800, CNY: 12800 },
        days: { least: 7, most: 14 },
      },
    ],
  },
  {
    id: "express",
    name: { en: "Express", zh: "特快配送" },
    carrier: "Swift Courier",
    service: { en: "Next working day where possible", zh: "尽可能次日送达" },
    zones: [
      {
        countries: near,
        cost: { USD: 1590, EUR: 1490, GBP: 1290, JPY: 2400, CNY: 10800 },
        days: { least: 1, most: 2 },
      },
      {
        countries: europe,
        cost: { USD: 1490, EUR: 1290, GBP: 1090, JPY: 2200, CNY: 9800 },
        days: { least: 1, most: 2 },
      },
      {
        countries: eastAsia,
        cost: { USD: 1390, EUR: 1290, GBP: 1090, JPY: 1200, CNY: 3500 },
        days: { least: 1, most: 2 },
      },
      {
        countries: anywhere,
        cost: { USD: 3900, EUR: 3600, GBP: 3100, JPY: 5800, CNY: 26800 },
        days: { least: 3, most: 6 },
      },
    ],
  },
];

export type ShippingQuestion = Readonly<{
  country: Country;
  currency: Currency;
  language: Language;
  /** Goods after discount, in minor units. */
  subtotal: number;
}>;

/** Every way to send such an order, cheapest first. */
export const methodsFor = ({
  country,
  currency,
  language,
  subtotal,
}: ShippingQuestion): readonly ChosenShipping[] =>
  methods.flatMap(({ id, name, carrier, service, zones }) => {
    const reached = zones.find(({ countries }) => countries.size === 0 || countries.has(country));
    if (!reached) return [];
    const isFree = reached.freeFrom !== undefined && subtotal >= reached.freeFrom[currency];
    return {
      id,
      name: name[language],
      carrier,
      service: service[language],
      cost: { amount: isFree ? 0 : reached.cost[currency], currency },
      estimatedDays: reached.days,
    };
  });
