import type { Scene, Tone, View } from "./studio.ts";

/** One form of the shop's shelf: how it is drawn, the colours it is made in, and the views worth showing. */
export type Family = Readonly<{
  /** Its file is `<name>.ts`, its pictures are `<name>-<view>-<tone>.avif`. */
  name: string;
  draw: Scene;
  tones: readonly Tone[];
  views: readonly View[];
  /** How many of the tones, from the first, also have the views other than the front. One, unless it says so. */
  closeUps?: number;
}>;
