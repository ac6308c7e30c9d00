import { copperPan } from "./copper-pan.ts";
import type { Family } from "./family.ts";
import { pottedPlant } from "./potted-plant.ts";
import { brass, charcoal, copper, oat, steel, terracotta } from "./tones.ts";

/** Kitchen, textiles, plants, watches, cycling, toys. */
export const familiesAway: readonly Family[] = [
  {
    name: "copper-pan",
    draw: copperPan,
    tones: [copper, steel, brass],
    views: ["front", "detail"],
  },
  {
    name: "potted-plant",
    draw: pottedPlant,
    tones: [terracotta, oat, charcoal],
    views: ["front", "detail"],
  },
];
