import { alarmClock } from "./alarm-clock.ts";
import { bottle } from "./bottle.ts";
import { copperPan } from "./copper-pan.ts";
import type { Family } from "./family.ts";
import { fryingPan } from "./frying-pan.ts";
import { pottedPlant } from "./potted-plant.ts";
import { stackingRings } from "./stacking-rings.ts";
import {
  brass,
  celadon,
  charcoal,
  copper,
  forest,
  ink,
  oat,
  ochre,
  plum,
  sky,
  steel,
  terracotta,
} from "./tones.ts";
import { wallClock } from "./wall-clock.ts";

/** Kitchen, textiles, plants, watches, cycling, toys. */
export const familiesAway: readonly Family[] = [
  {
    name: "copper-pan",
    draw: copperPan,
    tones: [copper, steel, brass],
    views: ["front", "detail"],
  },
  {
    name: "frying-pan",
    draw: fryingPan,
    tones: [charcoal, forest, terracotta, oat],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "potted-plant",
    draw: pottedPlant,
    tones: [terracotta, oat, charcoal],
    views: ["front", "detail"],
  },
  {
    name: "wall-clock",
    draw: wallClock,
    tones: [oat, forest, ink, terracotta, charcoal],
    views: ["front", "detail"],
  },
  {
    name: "alarm-clock",
    draw: alarmClock,
    tones: [celadon, oat, ink, ochre, plum],
    views: ["front", "detail"],
  },
  {
    name: "bottle",
    draw: bottle,
    tones: [oat, terracotta, charcoal, sky, forest],
    views: ["front", "detail"],
  },
  {
    name: "stacking-rings",
    draw: stackingRings,
    tones: [terracotta, ink, celadon, oat],
    views: ["front"],
  },
];
