import { alarmClock } from "./alarm-clock.ts";
import { bell } from "./bell.ts";
import { blanket } from "./blanket.ts";
import { bottle } from "./bottle.ts";
import { buildingBlocks } from "./building-blocks.ts";
import { cactus } from "./cactus.ts";
import { chefKnife } from "./chef-knife.ts";
import { copperPan } from "./copper-pan.ts";
import { cushion } from "./cushion.ts";
import { cuttingBoard } from "./cutting-board.ts";
import type { Family } from "./family.ts";
import { fryingPan } from "./frying-pan.ts";
import { helmet } from "./helmet.ts";
import { pottedPlant } from "./potted-plant.ts";
import { stackingRings } from "./stacking-rings.ts";
import {
  birch,
  blackened,
  brass,
  celadon,
  charcoal,
  copper,
  ebony,
  forest,
  ink,
  moss,
  oak,
  oat,
  ochre,
  plum,
  rose,
  rust,
  sand,
  sky,
  steel,
  terracotta,
  walnut,
} from "./tones.ts";
import { towelStack } from "./towel-stack.ts";
import { wallClock } from "./wall-clock.ts";
import { wateringCan } from "./watering-can.ts";
import { woodenCar } from "./wooden-car.ts";
import { wristwatch } from "./wristwatch.ts";

/** Kitchen, textiles, plants, watches, cycling, toys. */
export const familiesAway: readonly Family[] = [
  {
    name: "copper-pan",
    draw: copperPan,
    tones: [copper, steel, brass],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "chef-knife",
    draw: chefKnife,
    tones: [oak, walnut, ebony, birch],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "frying-pan",
    draw: fryingPan,
    tones: [charcoal, forest, terracotta, oat],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "cutting-board",
    draw: cuttingBoard,
    tones: [oak, walnut, birch],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "blanket",
    draw: blanket,
    tones: [ochre, oat, forest, plum, ink],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "cushion",
    draw: cushion,
    tones: [rust, oat, forest, ochre, sky],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "towel-stack",
    draw: towelStack,
    tones: [celadon, oat, ink, rose, sand],
    views: ["front", "detail"],
  },
  {
    name: "potted-plant",
    draw: pottedPlant,
    tones: [terracotta, oat, charcoal],
    views: ["front", "detail"],
  },
  {
    name: "cactus",
    draw: cactus,
    tones: [terracotta, oat, ink, celadon],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "watering-can",
    draw: wateringCan,
    tones: [forest, oat, terracotta, sky, charcoal],
    views: ["front", "detail"],
  },
  {
    name: "wristwatch",
    draw: wristwatch,
    tones: [walnut, charcoal, oat, terracotta, forest],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "wall-clock",
    draw: wallClock,
    tones: [oat, forest, ink, terracotta, charcoal],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "alarm-clock",
    draw: alarmClock,
    tones: [celadon, oat, ink, ochre, plum],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "helmet",
    draw: helmet,
    tones: [oat, celadon, ink, terracotta, ochre],
    views: ["front"],
  },
  {
    name: "bell",
    draw: bell,
    tones: [brass, copper, steel, blackened],
    views: ["front", "inUse"],
    closeUps: 2,
  },
  {
    name: "bottle",
    draw: bottle,
    tones: [oat, terracotta, charcoal, sky, forest],
    closeUps: 2,
    views: ["front", "detail"],
  },
  {
    name: "wooden-car",
    draw: woodenCar,
    tones: [terracotta, ink, celadon, ochre, oat],
    views: ["front"],
  },
  {
    name: "stacking-rings",
    draw: stackingRings,
    tones: [terracotta, ink, celadon, oat],
    views: ["front", "detail"],
  },
  {
    name: "building-blocks",
    draw: buildingBlocks,
    tones: [terracotta, ink, moss, oat],
    views: ["front", "detail"],
  },
];
