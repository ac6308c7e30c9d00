import { bowlScene } from "./bowl.ts";
import { deskLamp } from "./desk-lamp.ts";
import type { Family } from "./family.ts";
import { floorLamp } from "./floor-lamp.ts";
import { headphones } from "./headphones.ts";
import { loungeChair } from "./lounge-chair.ts";
import { mugAndTeapot } from "./mug-and-teapot.ts";
import { mugScene } from "./mug.ts";
import { notebookStack } from "./notebook-stack.ts";
import { pendantLamp } from "./pendant-lamp.ts";
import { tableLamp } from "./table-lamp.ts";
import {
  celadon,
  charcoal,
  forest,
  ink,
  moss,
  oat,
  ochre,
  plum,
  rose,
  rust,
  sand,
  sky,
  terracotta,
} from "./tones.ts";
import { toteBag } from "./tote-bag.ts";
import { vaseScene } from "./vase.ts";

/** Ceramics, lamps, chairs, bags, notebooks, audio. */
export const familiesHome: readonly Family[] = [
  {
    name: "mug-and-teapot",
    draw: mugAndTeapot,
    tones: [celadon, oat, ink],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "mug",
    draw: mugScene,
    tones: [oat, celadon, ink, terracotta, rose, charcoal],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "bowl",
    draw: bowlScene,
    tones: [celadon, oat, ink, moss, sand],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "vase",
    draw: vaseScene,
    tones: [oat, terracotta, moss, charcoal, sky],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "desk-lamp",
    draw: deskLamp,
    tones: [terracotta, oat, forest],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "pendant-lamp",
    draw: pendantLamp,
    tones: [moss, charcoal, oat, rust, sky],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "table-lamp",
    draw: tableLamp,
    tones: [terracotta, oat, forest, ink, ochre],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "floor-lamp",
    draw: floorLamp,
    tones: [oat, sand, forest, charcoal],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "lounge-chair",
    draw: loungeChair,
    tones: [ochre, ink, oat],
    views: ["front", "detail"],
  },
  { name: "tote-bag", draw: toteBag, tones: [oat, forest, ochre], views: ["front", "detail"] },
  {
    name: "notebook-stack",
    draw: notebookStack,
    tones: [ink, terracotta, plum],
    views: ["front", "detail"],
  },
  {
    name: "headphones",
    draw: headphones,
    tones: [charcoal, oat, plum],
    views: ["front", "detail"],
  },
];
