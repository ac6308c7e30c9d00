import type { LocalizedText, ProductId } from "@wares/contracts";

const lengthMax = 120;

/** An address a person can read: letters and figures of any script, everything else a hyphen. */
export const slugify = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, lengthMax)
    .replace(/^-+|-+$/g, "")
    .normalize("NFC");

/** What is left of a name without letters is its id, so that every product has an address. */
export const slugsFor = (name: LocalizedText, id: string): LocalizedText => {
  const zh = name.zh && slugify(name.zh);
  return { en: slugify(name.en) || id, ...(zh && { zh }) };
};

/** The same address for another product: told apart by the end of its id, however often it is asked. */
export const apart = (slug: string, id: ProductId): string =>
  `${slug.slice(0, 280)}-${id.replaceAll("-", "").slice(-8)}`;
