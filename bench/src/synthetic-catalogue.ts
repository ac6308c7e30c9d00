import { random, type Random } from "./random.ts";

// A catalogue of the same size and shape as the real one, for whoever has not got it: its words repeat more, so
// that figures for search on it are not comparable with those on real titles.

const words = (text: string): readonly string[] => text.split(" ");
const brands = words(
  "Aldane Borova Celtis Dunmor Elvane Fjordis Garnet Halvor Inkara Jorvik Kestrel Lumora Maren Norvik Orvelle Pellan " +
    "Quintar Rosmund Solvane Tarkin Ulmar Vesper Wendel Xantor Yarrow Zephyr",
);
const kinds: Readonly<Record<string, readonly string[]>> = {
  Computers: ["notebook", "desktop computer", "tablet", "workstation", "thin client", "server"],
  "Printer Supplies": [
    "toner cartridge",
    "ink cartridge",
    "drum unit",
    "label roll",
    "photo paper",
  ],
  Displays: ["monitor", "projector", "signage display", "television", "projection screen"],
  Audio: ["headphones", "speaker", "microphone", "soundbar", "earphones", "amplifier"],
  Networking: ["switch", "router", "access point", "network card", "patch panel", "firewall"],
  Storage: [
    "hard drive",
    "solid state drive",
    "memory card",
    "USB stick",
    "tape",
    "disk enclosure",
  ],
  Accessories: [
    "keyboard",
    "mouse",
    "cable",
    "adapter",
    "docking station",
    "carrying case",
    "battery",
  ],
  Office: ["stapler", "binder", "desk lamp", "chair", "paper shredder", "whiteboard", "calculator"],
};
const colours = words("black white silver grey blue red green gold bronze orange");
const manners = words(
  "compact rugged slim wireless quiet portable modular professional foldable curved dual mini",
);
const facts = words(
  "weight width height depth power voltage capacity interface warranty certification material finish operating_temperature " +
    "storage_temperature package_width package_height noise_level cable_length country_of_origin compatibility",
);
const claims = words(
  "designed for everyday work with a durable housing and a long service life it connects in seconds keeps cool under " +
    "load saves energy when idle fits into small spaces and comes with everything that is needed to begin at once",
);

/** JSON lines as the real catalogue has them, one product each. */
export const syntheticCatalogue = function* (count: number): Generator<string> {
  const dice = random(19_406);
  for (let nth = 1; nth <= count; nth++) yield `${JSON.stringify(product(nth, dice))}\n`;
};

const product = (nth: number, dice: Random) => {
  const area = dice.pick(Object.keys(kinds));
  const kind = dice.pick(kinds[area] ?? []);
  const brand = dice.pick(brands);
  const model = `${brand.slice(0, 2).toUpperCase()}${1_000 + nth}`;
  const colour = dice.pick(colours);
  return {
    id: String(1_000_000 + nth),
    sku: model,
    title: `${brand} ${model} ${dice.pick(manners)} ${kind} ${colour} ${dice.below(500) + 1} cm`,
    brand,
    description: Array.from({ length: 20 + dice.below(60) }, () => dice.pick(claims)).join(" "),
    price_cents: 499 + dice.below(200_000),
    ean: [String(4_000_000_000_000 + nth)],
    released: `20${10 + dice.below(16)}-0${1 + dice.below(9)}-${10 + dice.below(18)}`,
    images: {},
    category_derived: `${area} > ${kind}`,
    attributes: {
      colour,
      ...Object.fromEntries(facts.map((fact) => [fact, `${dice.below(200)}`])),
    },
  };
};
