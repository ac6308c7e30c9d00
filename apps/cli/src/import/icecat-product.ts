import { ProductId } from "@wares/contracts";
import { idOf } from "@wares/platform";
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

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
};

/** A line of a catalogue as Icecat's readers write it: prices in US cents, facts by their keys. */
export const fromIcecat = (row: Fields, now: Date): Mapped => {
  const key = text(row["id"]).trim() || text(row["sku"]).trim();
  if (key === "") return "has neither id nor sku";
  const name = oneLine(text(row["title"]), nameLengthMax);
  if (name === "") return `${key} has no title`;
  const amount = row["price_cents"];
  const problem = priceProblem(amount, "USD");
  if (problem || typeof amount !== "number") return `${key} ${problem ?? "has no price"}`;
  const sku = printableSku(text(row["sku"])) ?? printableSku(`ICECAT-${key}`);
  if (!sku) return `${key} has no SKU that can be printed`;
  return draftOf({
    id: idOf(ProductId, "icecat", key),
    sku,
    name,
    description: plainText(text(row["description"]), descriptionLengthMax),
    brand: oneLine(text(row["brand"]), brandLengthMax),
    amount,
    currency: "USD",
    attributes: readableAttributes(isFields(row["attributes"]) ? row["attributes"] : {}),
    category: namesOf(text(row["category_derived"])),
    stock: undefined,
    createdAt: releasedAt(row["released"], now),
  });
};

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Nothing is launched in the future, and what has no date is new. */
const releasedAt = (released: unknown, now: Date): string => {
  const at = typeof released === "string" ? Date.parse(released) : NaN;
  const isPast = at > Date.UTC(1970, 0, 1) && at < now.getTime();
  return (isPast ? new Date(at) : now).toISOString();
};
