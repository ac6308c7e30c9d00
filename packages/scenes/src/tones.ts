import { tone } from "./tone.ts";

/** The palette every form is dyed from: one mill, one glaze kitchen, so that any two products sit well side by side. */
export const celadon = tone("celadon", 0.74, 0.05, 165);
export const oat = tone("oat", 0.92, 0.02, 85);
export const ink = tone("ink", 0.38, 0.055, 255);
export const terracotta = tone("terracotta", 0.6, 0.12, 42);
export const ochre = tone("ochre", 0.74, 0.12, 80);
export const forest = tone("forest", 0.42, 0.055, 155);
export const charcoal = tone("charcoal", 0.33, 0.008, 70);
export const plum = tone("plum", 0.42, 0.08, 10);
export const sky = tone("sky", 0.75, 0.055, 240);
export const rust = tone("rust", 0.5, 0.115, 38);
export const sand = tone("sand", 0.82, 0.045, 78);
export const rose = tone("rose", 0.76, 0.065, 15);
export const moss = tone("moss", 0.58, 0.065, 120);
export const snow = tone("snow", 0.955, 0.006, 100);

export const copper = tone("copper", 0.72, 0.105, 45);
export const steel = tone("steel", 0.84, 0.006, 90);
export const brass = tone("brass", 0.82, 0.09, 88);
export const blackened = tone("blackened", 0.42, 0.008, 70);

export const oak = tone("oak", 0.72, 0.07, 72);
export const walnut = tone("walnut", 0.47, 0.055, 52);
export const birch = tone("birch", 0.84, 0.05, 82);
export const ebony = tone("ebony", 0.3, 0.018, 60);
