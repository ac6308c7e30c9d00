import type pg from "pg";
import type { Shelf } from "./catalogue.ts";
import type { OrderBook } from "./orders.ts";
import type { Figure } from "./report.ts";
import type { Shop } from "./shop.ts";

/** What every load stands on. */
export type Ground = Readonly<{
  shop: Shop;
  db: pg.Client;
  shelf: Shelf;
  book: OrderBook;
  seconds: number;
  /** How long a rate must be borne to count as sustained. */
  sustainSeconds: number;
  say: (line: string) => void;
  /** Something the shop must never do, such as answering 500: the run goes on, and fails at its end. */
  complain: (fault: string) => void;
}>;

/** One part of the run. What it cannot do is an error; what the shop does wrong is in `faults`. */
export type Measure = (ground: Ground) => Promise<Measured>;
export type Measured = Readonly<{ figures: readonly Figure[]; faults?: readonly string[] }>;

export const warmUpOf = (seconds: number): number => Math.min(2, seconds / 4);
