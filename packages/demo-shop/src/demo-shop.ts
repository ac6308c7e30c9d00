import { audio } from "./audio.ts";
import { bags } from "./bags.ts";
import { ceramics } from "./ceramics.ts";
import { chairs } from "./chairs.ts";
import { cycling } from "./cycling.ts";
import type { DemoFamily } from "./demo-product.ts";
import { kitchen } from "./kitchen.ts";
import { lamps } from "./lamps.ts";
import { notebooks } from "./notebooks.ts";
import { plants } from "./plants.ts";
import { textiles } from "./textiles.ts";
import { toys } from "./toys.ts";
import { watches } from "./watches.ts";

export type {
  Bilingual,
  DemoFamily,
  DemoProduct,
  DemoReview,
  DemoVariant,
  Prices,
} from "./demo-product.ts";
export { tones } from "./tones.ts";

/** What a new shop holds on its first start. */
export const families: readonly DemoFamily[] = [
  ceramics,
  lamps,
  chairs,
  bags,
  notebooks,
  audio,
  kitchen,
  textiles,
  plants,
  watches,
  cycling,
  toys,
];
