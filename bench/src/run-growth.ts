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
  // All of it at the end, where it is found.
  const told: string[] = [];
  const json: Record<string, unknown> = {};

  if (options.pastOrders?.length) {
    const home = join(folder, "orders");
    mkdirSync(home, { mode: 0o755 });
    const growth = await growOrders(home, options, say);
    faults.push(...growth.faults);
    told.push(renderGrowth("Past orders", growth.columns));
    if (growth.stopped) told.push(growth.stopped);
    told.push(renderSlower(growth.slower));
    Object.assign(json, growthJson("orders", growth.columns), {
      slower_statements: growth.slower,
      postgres_version: growth.postgresVersion,
      ...(growth.stopped && { orders_stopped: growth.stopped }),
    });
  }
  if (options.productCounts?.length) {
    const complain = (fault: string) => void faults.push(fault);
    const { columns, stopped } = await growProducts(folder, options, { say, complain });
    told.push(renderGrowth("Products", columns));
    if (stopped) told.push(stopped);
    Object.assign(json, growthJson("products", columns), stopped && { products_stopped: stopped });
  }
  say(`\n${told.join("\n\n")}\n`);
  const others = Math.round(othersShare());
  say(`Other programs took ${others} % of the processors meanwhile.`);
  for (const fault of faults) say(`WRONG: ${fault}`);
  if (options.json)
    say(JSON.stringify({ ...json, others_share_percent: others, ...facts, faults: faults.length }));
  return faults.length === 0 ? 0 : 1;
};
