import { parse, Sku, type AttributeSet } from "@wares/contracts";

const tag = /<\/?[a-z][^<>]{0,200}>/gi;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** What another system kept as a piece of a web page, as text. Line breaks stay. */
export const plainText = (text: string, lengthMax: number): string =>
  shortened(
    text
      .replace(/<br\s*\/?>|<\/p>|\\n|\u2028|\u2029/gi, "\n")
      .replace(tag, " ")
      .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
      // Control characters: PostgreSQL takes no NUL, and nobody can read the others.
      .replace(/(?!\n)\p{Cc}/gu, " ")
      .replace(/[ \u00a0]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    lengthMax,
  );

export const oneLine = (text: string, lengthMax: number): string =>
  shortened(plainText(text, text.length).replace(/\s+/g, " ").trim(), lengthMax);

/** Ends between words and says so; never in the middle of a character. */
const shortened = (text: string, lengthMax: number): string => {
  if (text.length <= lengthMax) return text;
  const cut = text.slice(0, lengthMax - 1).replace(/[\ud800-\udbff]$/, "");
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${atWord.length > lengthMax / 2 ? atWord : cut}…`;
};

const skuLengthMax = 64;
const signs: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "“": '"',
  "”": '"',
  "’": "'",
};

/** An SKU a label printer can print, or nothing where nothing printable is left. */
export const printableSku = (text: string): Sku | undefined => {
  const printable = text
    .replace(tag, " ")
    // Not by NFKD, which would spell ™ out.
    .replace(/[–—“”’]/g, (sign) => signs[sign] ?? "")
    .normalize("NFD")
    .replace(/[^ -~]/g, "")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, skuLengthMax)
    .trim();
  return printable === "" ? undefined : parse(Sku, printable);
};

/** `contrast_ratio__typical_` → `Contrast ratio (typical)` */
export const readableName = (key: string): string => {
  const name = key
    .replace(/^intel__|(?<=_)intel__/g, "intel_")
    .replace(/__(.+)_$/, " ($1)")
    .replace(/_+/g, " ")
    .replace(/\( /g, "(")
    .replace(/\s+/g, " ")
    .trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
};

// A notebook has up to 180 facts; nobody reads the last sixty, and every one of them is stored,
// told and indexed.
const attributesMax = 120;
const valueLengthMax = 500;
const nameLengthMax = 100;

/** Facts as a reader of a specification sees them; what says nothing is left out. */
export const readableAttributes = (facts: Readonly<Record<string, unknown>>): AttributeSet => {
  const read: AttributeSet = {};
  let count = 0;
  for (const [key, value] of Object.entries(facts)) {
    const name = oneLine(readableName(key), nameLengthMax);
    const text = oneLine(readableValue(value), valueLengthMax);
    // An object's `__proto__` is not a fact.
    if (name === "" || text === "" || Object.hasOwn(read, name) || name === "__proto__") continue;
    read[name] = text;
    if (++count === attributesMax) break;
  }
  return read;
};

const readableValue = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(readableValue).filter(Boolean).join(", ") : "";
};
