import type { Scene, Tone, View } from "./studio.ts";

/** One form of the shop's shelf: how it is drawn, the colours it is made in, and the views worth showing. */
export type Family = Readonly<{
  name: string;
  draw: Scene;
  tones: readonly Tone[];
  views: readonly View[];
}>;
