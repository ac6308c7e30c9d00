import { ImageId, type ProductImage } from "@wares/contracts";
import { tones, type DemoProduct } from "@wares/demo-shop";
import { idOf } from "@wares/platform";
import type { Forms, View } from "./pictures.ts";

export type TonedImage = Readonly<{ tone: string; image: ProductImage }>;

const views: readonly View[] = ["front", "detail", "inUse"];
const shown: Readonly<Record<View, Readonly<{ en: string; zh: string }>>> = {
  front: { en: "", zh: "" },
  detail: { en: ", close up", zh: "，近看" },
  inUse: { en: ", in use", zh: "，使用中" },
};

const toneName = (tone: string): Readonly<{ en: string; zh: string }> | undefined =>
  Object.entries(tones).find(([name]) => name === tone)?.[1].name;

/**
 * The front in each of the product's tones, the first of them leading; then what else was drawn of
 * those tones. A form the list does not know is taken to have its fronts alone.
 */
export const picturesOf = (product: DemoProduct, forms: Forms): readonly TonedImage[] => {
  const drawn = forms[product.form]?.views;
  const own = [...new Set(product.variants.flatMap(({ tone }) => tone ?? []))];
  // What comes in no colour to choose is shown in the first tone its form was drawn in.
  const wanted = own.length > 0 ? own : (drawn?.front?.slice(0, 1) ?? []);
  const isDrawn = (view: View, tone: string) =>
    drawn ? Boolean(drawn[view]?.includes(tone)) : view === "front";
  return views
    .flatMap((view) => wanted.filter((tone) => isDrawn(view, tone)).map((tone) => ({ view, tone })))
    .map(({ view, tone }, nth) => ({ tone, image: pictureOf(product, view, tone, nth) }));
};

const pictureOf = (
  { key, form, name }: DemoProduct,
  view: View,
  tone: string,
  nth: number,
): ProductImage => {
  const colour = toneName(tone);
  return {
    id: idOf(ImageId, "demo", key, view, tone),
    url: `/pictures/${form}-${view}-${tone}`,
    altText: {
      en: `${name.en}${colour ? `, ${colour.en.toLowerCase()}` : ""}${shown[view].en}`,
      zh: `${name.zh}${colour ? `，${colour.zh}` : ""}${shown[view].zh}`,
    },
    isPrimary: nth === 0,
    sortOrder: nth,
  };
};
