import { currencies, ProductId, type Currency } from "@wares/contracts";
import { fractionDigits, idOf } from "@wares/platform";
import type { CsvRow } from "../input-file.ts";
import { namesOf } from "./category-book.ts";
import {
  brandLengthMax,
  descriptionLengthMax,
  draftOf,
  nameLengthMax,
  type Mapped,
} from "./draft.ts";
import { priceProblem } from "./price-table.ts";
import { oneLine, plainText, printableSku, readableAttributes } from "./wording.ts";

export const csvHeaders = ["sku", "name", "description", "brand", "category", "price", "currency"];
const attributePrefix = "attr:";
const stockMax = 1_000_000;

/** A row under the headers sku,name,description,brand,category,price,currency,stock[,attr:NAME…]. */
export const fromCsv = (row: CsvRow, now: Date): Mapped => {
  const given = (row["sku"] ?? "").trim();
  const sku = printableSku(given);
  if (!sku) return "has no sku";
  if (sku !== given) return `sku ${given} has characters no label can print, or more than 64`;
  const name = oneLine(row["name"] ?? "", nameLengthMax);
  if (name === "") return `${sku} has no name`;
  const currency = currencyOf(row["currency"] ?? "");
  if (!currency) return `${sku} currency ${row["currency"]} is none of ${currencies.join(", ")}`;
  const amount = minorUnits(row["price"] ?? "", currency);
  if (typeof amount === "string") return `${sku} ${amount}`;
  const stock = stockOf(row["stock"] ?? "");
  if (stock === "wrong")
    return `${sku} stock ${row["stock"]} is not a whole number from 0 to 1000000`;
  return draftOf({
    id: idOf(ProductId, "sku", sku),
    sku,
    name,
    description: plainText(row["description"] ?? "", descriptionLengthMax),
    brand: oneLine(row["brand"] ?? "", brandLengthMax),
    amount,
    currency,
    attributes: readableAttributes(attributesOf(row)),
    category: namesOf(row["category"] ?? ""),
    stock,
    createdAt: now.toISOString(),
  });
};

const currencyOf = (text: string): Currency | undefined => {
  const wanted = text.trim().toUpperCase() || "USD";
  return currencies.find((one) => one === wanted);
};

/** Digit by digit: a float would make 1234.35 into 123434.99999999999 cents. */
const minorUnits = (text: string, currency: Currency): number | string => {
  const digits = fractionDigits(currency);
  const [, whole, fraction = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return `price "${text}" is not a number such as 12.50`;
  if (fraction.length > digits) return `price "${text}" has too many decimals for ${currency}`;
  const amount = Number(whole + fraction.padEnd(digits, "0"));
  return priceProblem(amount, currency) ?? amount;
};

const stockOf = (text: string): number | undefined | "wrong" => {
  if (text.trim() === "") return undefined;
  const stock = Number(text);
  return Number.isInteger(stock) && stock >= 0 && stock <= stockMax ? stock : "wrong";
};

const attributesOf = (row: CsvRow): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([header]) => header.startsWith(attributePrefix))
      .map(([header, value]) => [header.slice(attributePrefix.length), value]),
  );
