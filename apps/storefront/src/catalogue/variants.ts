import type { ProductView, VariantView } from "@wares/contracts";

export type Choice = {
  value: string;
  sku: string;
  swatch?: string | undefined;
  isChosen: boolean;
  isGone: boolean;
};
export type ChoiceGroup = { name: string; isSwatches: boolean; choices: Choice[] };

/** The one in the address; otherwise the one its shelf shows, if it is there; otherwise the first that can be bought. */
export const chosenVariant = ({ sku: shown, variants }: ProductView, sku: string | undefined) => {
  const asked = variants.find((variant) => variant.sku === sku);
  const there = variants.filter(({ available }) => available > 0);
  const chosen = asked ?? there.find((one) => one.sku === shown) ?? there[0] ?? variants[0];
  if (!chosen) throw new Error("a product has at least one variant");
  return chosen;
};

/** Each value leads to the variant that keeps the most of what was chosen before. */
export const choicesOf = ({ variants }: ProductView, chosen: VariantView): ChoiceGroup[] => {
  const names = [...new Set(variants.flatMap(({ attributes }) => Object.keys(attributes)))];
  return names.flatMap((name) => {
    const values = [...new Set(variants.map(({ attributes }) => attributes[name] ?? ""))];
    if (values.length < 2 && variants.length > 1) return [];
    const isSwatches = variants.every(({ swatch }) => swatch) && isColour(variants, name);
    const choices = values
      .filter((value) => value !== "")
      .map((value): Choice => {
        const target = nearest(variants, chosen, name, value);
        return {
          value,
          sku: target.sku,
          swatch: target.swatch,
          isChosen: chosen.attributes[name] === value,
          isGone: target.available === 0,
        };
      });
    return choices.length > 0 && variants.length > 1 ? [{ name, isSwatches, choices }] : [];
  });
};

/** The attribute that decides the swatch is the colour, whatever it is called here. */
const isColour = (variants: VariantView[], name: string) => {
  const swatches = new Map<string, string>();
  for (const { attributes, swatch } of variants) {
    const value = attributes[name] ?? "";
    if (swatches.has(value) && swatches.get(value) !== swatch) return false;
    swatches.set(value, swatch ?? "");
  }
  return new Set(swatches.values()).size === swatches.size;
};

const nearest = (variants: VariantView[], chosen: VariantView, name: string, value: string) => {
  const kept = ({ attributes }: VariantView) =>
    Object.entries(chosen.attributes).filter(
      ([other, its]) => other !== name && attributes[other] === its,
    ).length;
  const matching = variants.filter(({ attributes }) => attributes[name] === value);
  // Keeping what was chosen comes first, being there second: sold out stays visible.
  const rank = (variant: VariantView) => kept(variant) * 2 + (variant.available > 0 ? 1 : 0);
  return matching.toSorted((one, other) => rank(other) - rank(one))[0] ?? chosen;
};

/** The chosen variant's pictures first, then those that belong to none. */
export const picturesOf = ({ images, variants }: ProductView, chosen: VariantView) => {
  const isOf = (variant: VariantView) => (image: (typeof images)[number]) =>
    variant.images.includes(image.id) || variant.images.includes(image.url);
  const own = images.filter(isOf(chosen));
  const shared = images.filter((image) => !variants.some((variant) => isOf(variant)(image)));
  const shown = [...own, ...shared];
  return shown.length > 0 ? shown : images;
};
