import { auditBooks } from "./books.ts";
import { figuresOf, oneSale, type Rush, type Sold } from "./flash-sale-rush.ts";
import type { Measure, Measured } from "./ground.ts";
import { skusOf } from "./order-loads.ts";
import type { Figure } from "./report.ts";
import { slowestOf } from "./rush-waits.ts";

// Many small rushes on one shop, each with the next seed: what people do differs, the books may not.

/** Ended sales give their goods back within seconds, long before their turn comes again. */
const SKUS = 12;
/** Each run is waited for until all is quiet. */
const SETTLED_AFTER = 0;

export const measureRuns =
  (rush: Rush): Measure =>
  async (ground): Promise<Measured> => {
    const skus = await skusOf(ground, SKUS);
    const sales: Sold[] = [];
    const faults: string[] = [];
    const quiet = { ...ground, say: () => {} };
    let cleanRuns = 0;
    for (let nth = 0; nth < rush.runs; nth++) {
      const begin = performance.now();
      const seed = rush.seed + nth;
      const wrong: string[] = [];
      for (const hasRoom of rush.rooms) {
        const sku = skus[sales.length % skus.length] ?? skus[0];
        const sold = await oneSale(quiet, { ...rush, seed }, { sku, hasRoom });
        sales.push(sold);
        wrong.push(...sold.faults);
      }
      wrong.push(...(await auditBooks(quiet, { settledAfter: SETTLED_AFTER })));
      if (wrong.length === 0) cleanRuns++;
      faults.push(...wrong.map((fault) => `seed ${seed}: ${fault}`));
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const verdict = wrong.length === 0 ? "clean" : `NOT CLEAN: ${wrong.join("; ")}`;
      ground.say(`  run ${nth + 1} of ${rush.runs}, seed ${seed}, ${seconds} s: ${verdict}`);
    }
    return { figures: [...counts(rush, cleanRuns), ...sums(sales)], faults };
  };

const counts = ({ runs, buyers, units, seed }: Rush, cleanRuns: number): readonly Figure[] => {
  const group = "Flash sales, run after run";
  const remark = `${buyers} buyers, ${units} pieces, seeds ${seed} to ${seed + runs - 1}`;
  return [
    { group, key: "runs", label: "runs", value: runs, unit: "", remark },
    { group, key: "clean_runs", label: "of them clean", value: cleanRuns, unit: "" },
  ];
};

/** Of all runs together; of times, those of the slowest. */
const sums = (sales: readonly Sold[]): readonly Figure[] =>
  [...Map.groupBy(sales, ({ hasRoom }) => hasRoom)].flatMap(([hasRoom, own]) => {
    const sum = (of: (sold: Sold) => number) => own.reduce((before, one) => before + of(one), 0);
    const most = (of: (sold: Sold) => number) => Math.max(...own.map(of));
    return figuresOf({
      hasRoom,
      paid: sum(({ paid }) => paid),
      oversold: sum(({ oversold }) => oversold),
      undersold: sum(({ undersold }) => undersold),
      waits: slowestOf(own.map(({ waits }) => waits)),
      soldOutSeconds: most(({ soldOutSeconds }) => soldOutSeconds),
      told: `of ${own.length} sales; waits are those of the slowest`,
    });
  });
