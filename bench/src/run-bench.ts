import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { auditBooks } from "./books.ts";
import { measureProducts, measureSearch, measureStorefront } from "./browsing.ts";
import { catalogueFile } from "./catalogue-file.ts";
import { finish, startChild, stopAll } from "./children.ts";
import { measureRush, measureSmallRush, type Rush } from "./flash-sale-rush.ts";
import { measureRuns } from "./flash-sale-runs.ts";
import type { Measure } from "./ground.ts";
import { factsOfRun, watchOthers } from "./machine.ts";
import { openGround } from "./open-ground.ts";
import type { Options, Part } from "./options.ts";
import { measureOrders } from "./order-loads.ts";
import { measurePaid } from "./paid-orders.ts";
import { savePictures } from "./pictures.ts";
import type { Memory } from "./processes.ts";
import { renderJson, renderTable, type Facts, type Figure } from "./report.ts";
import { runGrowth } from "./run-growth.ts";
import { runSoak } from "./run-soak.ts";
import { COMMAND, settingsFor, startShop, type Shop } from "./shop.ts";
import { makeWorkplace } from "./workplace.ts";
import { measureYardsticks } from "./yardsticks.ts";

type Say = (line: string) => void;

/** Above it, other programs took so much that the figures say little of the shop. */
const quietPercentMax = 5;

const IMPORT_SECONDS_MAX = 600;
/** All rows, or all but some that are told of. */
const IMPORTED = [0, 2];
const SETTLE_SECONDS_MAX = 120;
const IDLE_MS = 10_000;

const measures: readonly (readonly [Part, Measure])[] = [
  ["products", measureProducts],
  ["search", measureSearch],
  ["storefront", measureStorefront],
  ["orders", measureOrders],
  ["flash-sale", measureSmallRush],
  ["paid", measurePaid],
];

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The whole run. Answers the exit code: 1 where the shop's books are wrong or a part failed. */
export const runBench = async (options: Options, say: Say): Promise<number> => {
  const { folder, remove } = makeWorkplace();
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<"interrupted">();
  const stop = () => interrupt("interrupted");
  for (const signal of signals) process.on(signal, stop);
  try {
    const outcome = await Promise.race([run(folder, options, say), interrupted]);
    if (outcome !== "interrupted") return outcome;
    say("Interrupted: ending what was started.");
    await stopAll();
    remove();
    // What was under way goes on failing in the background: nothing of it matters any more.
    process.exit(130);
  } finally {
    await stopAll();
    remove();
    for (const signal of signals) process.off(signal, stop);
  }
};

const run = (folder: string, options: Options, say: Say): Promise<number> => {
  if (options.command === "growth") return runGrowth(folder, options, say);
  if (options.command === "soak") return runSoak(folder, options, say);
  return runParts(folder, options, say);
};

const runParts = async (folder: string, options: Options, say: Say): Promise<number> => {
  const facts = factsOfRun();
  say(`${facts.machine}; Node ${facts.node_version}; ${facts.commit}; load ${facts.load_before}`);
  say("Shop, database and load generator share these cores. HTTP/1.1 over loopback, fsync on.\n");

  const first = await startShop(folder);
  say(`  first start ${first.startSeconds.toFixed(1)} s`);
  await first.stop();
  const isOfDemoShop = options.command !== undefined && options.catalogue === undefined;
  const imported = isOfDemoShop
    ? { catalogue: "demo", figures: [], faults: [] }
    : await importCatalogue(folder, options.catalogue, say);
  const shop = await startShop(folder);
  say(`  next start ${shop.startSeconds.toFixed(1)} s`);
  if ((await shop.untilQuiet(SETTLE_SECONDS_MAX)) === undefined) say("  still at work");
  await pause(IDLE_MS);
  const idle = shop.memory();

  const othersShare = watchOthers();
  const { figures, faults, audit: verdict, postgresVersion } = await measureAll(shop, options, say);
  const othersPercent = othersShare();
  const all = [
    startFigure("first_start_s", "first start (makes the database and the demo shop)", first),
    startFigure("start_s", "next start", shop),
    ...imported.figures,
    ...memoryFigures("idle", "at rest", idle),
    ...memoryFigures("after", "after the loads", shop.memory()),
    {
      group: "Memory",
      key: "rss_peak_mib",
      label: "the shop at most",
      value: shop.peakMib(),
      unit: "MiB",
    },
    ...figures,
    {
      group: "This run",
      key: "others_share_percent",
      label: "processors used by other programs meanwhile",
      value: othersPercent,
      unit: "%",
      remark:
        othersPercent > quietPercentMax
          ? "more than a few, and the figures above are too low"
          : "few: the figures stand",
    },
  ];
  await shop.stop();
  const { catalogue } = imported;
  const told = { ...facts, postgres_version: postgresVersion, catalogue, audit: verdict };
  if (options.save) savePictures(all, told);
  return tell(told, all, {
    faults: [...imported.faults, ...faults],
    json: options.json,
    say,
  });
};

type Imported = Readonly<{
  catalogue: string;
  figures: readonly Figure[];
  faults: readonly string[];
}>;

const importCatalogue = async (
  folder: string,
  chosen: string | undefined,
  say: Say,
): Promise<Imported> => {
  const { path, name } = catalogueFile(folder, chosen);
  const group = "Import";
  try {
    const words = ["import", "products", path];
    const { seconds, peakMib, said } = await finish(
      startChild(COMMAND, words, settingsFor(folder)),
      IMPORT_SECONDS_MAX,
      IMPORTED,
    );
    say(`  import of ${name}: ${seconds.toFixed(1)} s, at most ${Math.round(peakMib)} MiB`);
    say(said.trim().replaceAll(/^/gm, "    "));
    const figures = [
      { group, key: "import_s", label: `import of ${name}`, value: seconds, unit: "s" },
      { group, key: "import_peak_mib", label: "its highest memory", value: peakMib, unit: "MiB" },
    ];
    return { catalogue: name, figures, faults: [] };
  } catch (error) {
    // The rest is still worth knowing, as long as it says that it stands on the demo shop alone.
    return { catalogue: "demo", figures: [], faults: [`import: ${messageOf(error)}`] };
  }
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const measureAll = async (
  shop: Shop,
  { command, only, seconds, sustainSeconds, rush }: Options,
  say: Say,
) => {
  const figures: Figure[] = [];
  const faults: string[] = [];
  const complain = (fault: string) => void faults.push(fault);
  const ground = await openGround(shop, { seconds, sustainSeconds, say, complain });
  try {
    if (only.includes("yardsticks"))
      figures.push(...(await measureYardsticks(shop.databaseUrl, seconds)));
    for (const [part, usual] of measures) {
      if (!only.includes(part)) continue;
      const measure = command === "flash-sale" ? rushes(rush) : usual;
      try {
        const measured = await measure(ground);
        figures.push(...measured.figures);
        faults.push(...(measured.faults ?? []));
      } catch (error) {
        // One part that does not work must not cost the figures of the others.
        faults.push(`${part}: ${messageOf(error)}`);
      }
    }
    const wasSold = ground.book.placed.length + ground.book.unanswered > 0;
    const mismatches = wasSold ? await auditBooks(ground) : [];
    const verdict = mismatches.length > 0 ? "wrong" : "ok";
    return {
      figures,
      faults: [...faults, ...mismatches],
      audit: wasSold ? verdict : "nothing was sold",
      postgresVersion: ground.postgresVersion,
    };
  } finally {
    await ground.db.end();
  }
};

const rushes = (rush: Rush): Measure => (rush.runs > 1 ? measureRuns(rush) : measureRush(rush));

const startFigure = (
  key: string,
  label: string,
  { startSeconds: value, builtPages }: Shop,
): Figure => ({
  group: "Start (from the command to the first page served)",
  key,
  label,
  value,
  unit: "s",
  ...(builtPages && { remark: "and the pages were built from their sources" }),
});

const memoryFigures = (when: string, label: string, memory: Memory): readonly Figure[] => {
  const group = "Memory";
  return [
    {
      group,
      key: `rss_${when}_mib`,
      label: `the shop ${label}`,
      value: memory.shopMib,
      unit: "MiB",
    },
    {
      group,
      key: `database_${when}_mib`,
      label: `PostgreSQL ${label}`,
      value: memory.databaseMib,
      unit: "MiB",
      remark: "all its processes, shared buffers counted once",
    },
  ];
};

const tell = (
  facts: Facts,
  figures: readonly Figure[],
  { faults, json, say }: Readonly<{ faults: readonly string[]; json: boolean; say: Say }>,
): number => {
  say(`\n${renderTable(figures)}\n`);
  for (const fault of faults) say(`WRONG: ${fault}`);
  if (json) say(renderJson(figures, { ...facts, faults: String(faults.length) }));
  return faults.length === 0 ? 0 : 1;
};
