import { parseArgs } from "node:util";
import type { Rush } from "./flash-sale-rush.ts";

export const parts = [
  "yardsticks",
  "orders",
  "flash-sale",
  "paid",
  "products",
  "search",
  "storefront",
] as const;
export type Part = (typeof parts)[number];

/** A bench of its own: which parts, and on which goods. */
export const commands = ["orders", "flash-sale", "growth", "soak"] as const;
export type Command = (typeof commands)[number];

export type Options = Readonly<{
  command?: Command;
  only: readonly Part[];
  /** How long each load runs, its warm-up not counted. */
  seconds: number;
  /** How long a rate of paid orders must be borne to count. */
  sustainSeconds: number;
  json: boolean;
  /** Whether pictures and figures are written to bench/results. */
  save?: boolean;
  /** Of a flash sale at length. */
  rush: Rush;
  /** How many past orders the shop is measured with, one after the other. */
  pastOrders?: readonly number[];
  /** How many products it is measured with, each time in a shop of its own. */
  productCounts?: readonly number[];
  minutes?: number;
  /** JSON lines to import instead of the usual catalogue. */
  catalogue?: string;
}>;

export class BadOption extends Error {}

const SECONDS_MAX = 120;

export const usage = `wares bench: how fast this shop is on this machine, and whether its books are right afterwards

  orders        orders alone, at length: yardsticks, accepted, paid, waits and memory, on the demo shop

  flash-sale    a sale that many want: all of it paid for, and none too many
    --buyers N --units N --seed N --room on|off|both    (20000, 1000, 1, both)
    --runs N                                            N small ones (300 buyers, 40 pieces), each with the next seed
  growth        the same orders with more and more past ones (--orders 1e3,1e6,1e7) and products (--products 1e3,1e5,1e6)
  soak          a load that is borne, for long (--minutes 10): does anything grow or get slower?

  --only ${parts.join(",")}
  --seconds N   how long each load runs (8)
  --quick       2 seconds each: a look, not a figure
  --catalogue F products to import: JSON lines, gzipped or not
  --save        pictures of the orders, and all figures, into bench/results
  --json        the figures once more, as one JSON object on the last line
`;

export const readOptions = (words: readonly string[]): Options | "help" => {
  const { values, positionals } = parse(words);
  if (values.help) return "help";
  const command = readCommand(positionals);
  const seconds = Number(values.seconds ?? (values.quick ? 2 : 8));
  if (!(seconds >= 0.5 && seconds <= SECONDS_MAX))
    throw new BadOption(`--seconds is a number from 0.5 to ${SECONDS_MAX}.`);
  const { catalogue, json } = values;
  return {
    ...readOwn(command, values),
    ...(command && { command }),
    only: command && values.only === undefined ? partsOf[command] : readParts(values.only),
    seconds,
    // A bench of its own has the time to see whether a rate is borne for a minute.
    sustainSeconds: command && values.seconds === undefined && !values.quick ? 60 : seconds,
    json,
    ...(values.save && { save: true }),
    rush: readRush(values),
    ...(catalogue && { catalogue }),
  };
};

const rooms: Readonly<Record<string, readonly boolean[]>> = {
  on: [true],
  off: [false],
  both: [false, true],
};
const BUYERS_MAX = 100_000;
const RUNS_MAX = 10_000;
const large = { buyers: 20_000, units: 1_000, seconds: 10 };
const small = { buyers: 300, units: 40, seconds: 1 };

type RushWords = Readonly<
  Partial<Record<"buyers" | "units", string>> & Record<"seed" | "room" | "runs", string>
>;

const readRush = (given: RushWords): Rush => {
  const whole = (name: "buyers" | "units" | "seed" | "runs", usual: number, max: number) => {
    const value = Number(given[name] ?? usual);
    if (!Number.isInteger(value) || value < 1 || value > max)
      throw new BadOption(`--${name} is a whole number from 1 to ${max}.`);
    return value;
  };
  const chosen = rooms[given.room];
  if (!chosen) throw new BadOption("--room is on, off or both.");
  const runs = whole("runs", 1, RUNS_MAX);
  const usual = runs > 1 ? small : large;
  const buyers = whole("buyers", usual.buyers, BUYERS_MAX);
  const units = whole("units", Math.min(usual.units, buyers), buyers);
  const seed = whole("seed", 1, 2 ** 31);
  return { buyers, units, seed, rooms: chosen, seconds: usual.seconds, runs };
};

const partsOf: Readonly<Record<Command, readonly Part[]>> = {
  orders: ["yardsticks", "orders", "paid"],
  "flash-sale": ["flash-sale"],
  growth: [],
  soak: [],
};

const readOwn = (command: Command | undefined, values: Sizes & Readonly<{ minutes?: string }>) => {
  if (command === "growth") return readSizes(values);
  return command === "soak" ? { minutes: readMinutes(values.minutes) } : {};
};

type Sizes = Readonly<{ orders?: string; products?: string }>;

const readSizes = ({ orders, products }: Sizes) => {
  // Whoever asks for one of them has not asked for the hours of the other.
  const isAsked = orders !== undefined || products !== undefined;
  return {
    pastOrders: readCounts("--orders", orders ?? (isAsked ? "" : "1e3,1e6,1e7"), 2e7),
    productCounts: readCounts("--products", products ?? (isAsked ? "" : "1e3,1e5,1e6"), 1e6),
  };
};

const readCounts = (name: string, text: string, max: number): readonly number[] => {
  const counts = text.split(",").filter(Boolean).map(Number);
  const isRising = counts.every((count, nth) => nth === 0 || count > (counts[nth - 1] ?? 0));
  if (
    !isRising ||
    counts.some((count) => !(Number.isInteger(count) && count >= 100 && count <= max))
  )
    throw new BadOption(`${name} are rising numbers from 100 to ${max}, such as 1e3,1e5.`);
  return counts;
};

const MINUTES_MAX = 24 * 60;

const readMinutes = (text = "10"): number => {
  const minutes = Number(text);
  if (!(minutes >= 3 && minutes <= MINUTES_MAX))
    throw new BadOption(`--minutes is a number from 3 to ${MINUTES_MAX}.`);
  return minutes;
};

const readCommand = ([word, ...more]: readonly string[]): Command | undefined => {
  const known = commands.find((one) => one === word);
  if (word !== undefined && (!known || more.length > 0))
    throw new BadOption(`A bench of its own is ${commands.join(" or ")}.`);
  return known;
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        only: { type: "string" },
        seconds: { type: "string" },
        orders: { type: "string" },
        products: { type: "string" },
        minutes: { type: "string" },
        quick: { type: "boolean", default: false },
        catalogue: { type: "string" },
        json: { type: "boolean", default: false },
        save: { type: "boolean", default: false },
        buyers: { type: "string" },
        units: { type: "string" },
        runs: { type: "string", default: "1" },
        seed: { type: "string", default: "1" },
        room: { type: "string", default: "both" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : "bad options");
  }
};

const readParts = (text: string | undefined): readonly Part[] => {
  if (text === undefined) return parts;
  return text.split(",").map((word) => {
    const part = parts.find((one) => one === word.trim());
    if (!part) throw new BadOption(`--only knows ${parts.join(", ")}; "${word}" is none of them.`);
    return part;
  });
};
