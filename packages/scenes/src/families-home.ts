import { deskLamp } from "./desk-lamp.ts";
import type { Family } from "./family.ts";
import { headphones } from "./headphones.ts";
import { loungeChair } from "./lounge-chair.ts";
import { mugAndTeapot } from "./mug-and-teapot.ts";
import { notebookStack } from "./notebook-stack.ts";
import { celadon, charcoal, forest, ink, oat, ochre, plum, terracotta } from "./tones.ts";
import { toteBag } from "./tote-bag.ts";

/** Ceramics, lamps, chairs, bags, notebooks, audio. */
export const familiesHome: readonly Family[] = [
  {
    name: "mug-and-teapot",
    draw: mugAndTeapot,
    tones: [celadon, oat, ink],
    views: ["front", "detail", "inUse"],
  },
  {
    name: "desk-lamp",
    draw: deskLamp,
    tones: [terracotta, oat, forest],
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
