import { backpack } from "./backpack.ts";
import { bowlScene } from "./bowl.ts";
import { deskLamp } from "./desk-lamp.ts";
import { diningChair } from "./dining-chair.ts";
import type { Family } from "./family.ts";
import { floorLamp } from "./floor-lamp.ts";
import { headphones } from "./headphones.ts";
import { loungeChair } from "./lounge-chair.ts";
import { mugAndTeapot } from "./mug-and-teapot.ts";
import { mugScene } from "./mug.ts";
import { notebookStack } from "./notebook-stack.ts";
import { notebook } from "./notebook.ts";
import { pencilCup } from "./pencil-cup.ts";
import { pendantLamp } from "./pendant-lamp.ts";
import { pouch } from "./pouch.ts";
import { radio } from "./radio.ts";
import { speaker } from "./speaker.ts";
import { stool } from "./stool.ts";
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
  snow,
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
    closeUps: 2,
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
    closeUps: 2,
  },
  {
    name: "vase",
    draw: vaseScene,
    tones: [oat, terracotta, moss, charcoal, sky],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "desk-lamp",
    draw: deskLamp,
    tones: [terracotta, oat, forest],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "pendant-lamp",
    draw: pendantLamp,
    tones: [moss, charcoal, oat, rust, sky],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "table-lamp",
    draw: tableLamp,
    tones: [terracotta, oat, forest, ink, ochre],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "floor-lamp",
    draw: floorLamp,
    tones: [oat, sand, forest, charcoal],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "lounge-chair",
    draw: loungeChair,
    tones: [ochre, ink, oat],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "stool",
    draw: stool,
    tones: [terracotta, oat, ink, moss, charcoal],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "dining-chair",
    draw: diningChair,
    tones: [forest, sand, charcoal, rust, sky],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "tote-bag",
    draw: toteBag,
    tones: [oat, forest, ochre],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "backpack",
    draw: backpack,
    tones: [forest, charcoal, ochre, sand, ink],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "pouch",
    draw: pouch,
    tones: [rust, moss, ink, sand, rose],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "notebook-stack",
    draw: notebookStack,
    tones: [ink, terracotta, plum],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "notebook",
    draw: notebook,
    tones: [forest, ochre, rose, sky, charcoal, rust],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "pencil-cup",
    draw: pencilCup,
    tones: [sky, oat, terracotta, charcoal],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "headphones",
    draw: headphones,
    tones: [charcoal, oat, plum],
    views: ["front", "detail"],
    closeUps: 2,
  },
  {
    name: "speaker",
    draw: speaker,
    tones: [snow, charcoal, moss, rust],
    views: ["front", "detail", "inUse"],
    closeUps: 2,
  },
  {
    name: "radio",
    draw: radio,
    tones: [celadon, rust, oat, ink],
    views: ["front", "detail"],
    closeUps: 2,
  },
];
