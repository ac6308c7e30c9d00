import { families } from "./families.ts";
import type { Family } from "./family.ts";
import type { Tone, View } from "./studio.ts";

/** One file of the shop: a form, seen so, in this colour. */
export type ShopPicture = Readonly<{ name: string; form: Family; view: View; tone: Tone }>;

/** Every form has its front in all colours; a further view only in the first, or in those the form names. */
export const picturesOf = (form: Family): ShopPicture[] =>
  form.views.flatMap((view) =>
    tonesOf(form, view).map((tone) => ({
      name: `${form.name}-${view}-${tone.name}`,
      form,
      view,
      tone,
    })),
  );

export const allPictures = (): ShopPicture[] => families.flatMap(picturesOf);

const tonesOf = ({ tones, closeUps = 1 }: Family, view: View): readonly Tone[] =>
  view === "front" ? tones : tones.slice(0, closeUps);

export type ShownForm = Readonly<{
  tones: readonly string[];
  views: Partial<Record<View, readonly string[]>>;
}>;

/** What the demo data may name: plain JSON, so that nobody has to import the engine to know it. */
export const shownForms = (): Record<string, ShownForm> =>
  Object.fromEntries(
    families.map((form) => [
      form.name,
      {
        tones: form.tones.map(({ name }) => name),
        views: Object.fromEntries(
          form.views.map((view) => [view, tonesOf(form, view).map(({ name }) => name)]),
        ),
      },
    ]),
  );
