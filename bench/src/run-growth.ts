import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { growOrders } from "./growth-orders.ts";
import { growProducts } from "./growth-products.ts";
import { growthJson, renderGrowth, renderSlower } from "./growth-table.ts";
import { factsOfRun, watchOthers } from "./machine.ts";
import type { Options } from "./options.ts";

/** The same loads with more and more in the books and on the shelves: what gets slower, and how much. */
export const runGrowth = async (
  folder: string,
  options: Options,
  say: (line: string) => void,
): Promise<number> => {
  const facts = factsOfRun();
  say(`${facts.machine}; Node ${facts.node_version}; ${facts.commit}; load ${facts.load_before}\n`);
  const othersShare = watchOthers();
  const faults: string[] = [];
  const json: Record<string, unknown> = {};

  if (options.pastOrders?.length) {
    const home = join(folder, "orders");
    mkdirSync(home, { mode: 0o755 });
    const growth = await growOrders(home, options, say);
    faults.push(...growth.faults);
    say(`\n${renderGrowth("Past orders", growth.columns)}\n\n${renderSlower(growth.slower)}\n`);
    Object.assign(json, growthJson("orders", growth.columns), {
      slower_statements: growth.slower,
      postgres_version: growth.postgresVersion,
    });
  }
  if (options.productCounts?.length) {
    const complain = (fault: string) => void faults.push(fault);
    const columns = await growProducts(folder, options, { say, complain });
    say(`\n${renderGrowth("Products", columns)}\n`);
    Object.assign(json, growthJson("products", columns));
  }
  const others = Math.round(othersShare());
  say(`Other programs took ${others} % of the processors meanwhile.`);
  for (const fault of faults) say(`WRONG: ${fault}`);
  if (options.json)
    say(JSON.stringify({ ...json, others_share_percent: others, ...facts, faults: faults.length }));
  return faults.length === 0 ? 0 : 1;
};
