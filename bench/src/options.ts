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
export const commands = ["orders", "flash-sale"] as const;
export type Command = (typeof commands)[number];

export type Options = Readonly<{
  command?: Command;
  only: readonly Part[];
  /** How long each load runs, its warm-up not counted. */
  seconds: number;
  /** How long a rate of paid orders must be borne to count. */
  sustainSeconds: number;
  json: boolean;
  /** Of a flash sale at length. */
  rush: Rush;
  /** JSON lines to import instead of the usual catalogue. */
  catalogue?: string;
}>;

export class BadOption extends Error {}

const SECONDS_MAX = 120;

export const usage = `wares bench: how fast this shop is on this machine, and whether its books are right afterwards

  orders        orders alone, at length: yardsticks, accepted, paid, waits and memory, on the demo shop

  flash-sale    a sale that many want: all of it paid for, and none too many
    --buyers N --units N --seed N --room on|off|both    (20000, 1000, 1, both)

  --only ${parts.join(",")}
  --seconds N   how long each load runs (8)
  --quick       2 seconds each: a look, not a figure
  --catalogue F products to import: JSON lines, gzipped or not
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
    ...(command && { command }),
    only: command && values.only === undefined ? partsOf[command] : readParts(values.only),
    seconds,
    // A bench of its own has the time to see whether a rate is borne for a minute.
    sustainSeconds: command && values.seconds === undefined && !values.quick ? 60 : seconds,
    json,
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

const readRush = (given: Readonly<Record<"buyers" | "units" | "seed" | "room", string>>): Rush => {
  const whole = (name: "buyers" | "units" | "seed", max: number): number => {
    const value = Number(given[name]);
    if (!Number.isInteger(value) || value < 1 || value > max)
      throw new BadOption(`--${name} is a whole number from 1 to ${max}.`);
    return value;
  };
  const chosen = rooms[given.room];
  if (!chosen) throw new BadOption("--room is on, off or both.");
  const buyers = whole("buyers", BUYERS_MAX);
  return { buyers, units: whole("units", buyers), seed: whole("seed", 2 ** 31), rooms: chosen };
};

const partsOf: Readonly<Record<Command, readonly Part[]>> = {
  orders: ["yardsticks", "orders", "paid"],
  "flash-sale": ["flash-sale"],
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
        quick: { type: "boolean", default: false },
        catalogue: { type: "string" },
        json: { type: "boolean", default: false },
        buyers: { type: "string", default: "20000" },
        units: { type: "string", default: "1000" },
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
