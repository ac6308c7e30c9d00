import { statfsSync } from "node:fs";

/** The run's own writes need room too, and so does whoever else lives on this disk. */
export const KEPT_FREE_GIB = 10;

/** Its rows, indexes and events; measured with a million. */
export const ORDER_BYTES = 17_000;
/** Its rows in the catalogue, the stock and the search, the file it comes from, and the write-ahead log meanwhile. */
export const PRODUCT_BYTES = 25_000;

export const freeGib = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / 2 ** 30;
};

export type Step = Readonly<{ what: string; size: number; bytes: number }>;

/** Why a step is not begun: its end would leave too little of the disk. Nothing where it has the room. */
export const lackOfRoom = ({ what, size, bytes }: Step, free: number): string | undefined => {
  const needs = bytes / 2 ** 30;
  if (free - needs >= KEPT_FREE_GIB) return;
  return (
    `STOPPED before ${size.toLocaleString("en")} ${what}: they take about ${needs.toFixed(1)} GiB, ` +
    `${free.toFixed(1)} GiB are free, and ${KEPT_FREE_GIB} GiB are kept.`
  );
};
