import type pg from "pg";
import { measureBare } from "./bare-orders.ts";
import { runClosedLoop } from "./closed-loop.ts";
import { connectTo } from "./connection.ts";
import type { Figure } from "./report.ts";
import {
  countYardsticks,
  dropYardsticks,
  insertRow,
  prepareYardsticks,
  updateHotRow,
} from "./yardstick.store.ts";

const CLIENTS = 64;

/** What this PostgreSQL on this disk does at all, on the same cluster and in the same run. */
export const measureYardsticks = async (
  databaseUrl: string,
  seconds: number,
): Promise<readonly Figure[]> => {
  const clients: pg.Client[] = [];
  try {
    for (let nth = 0; nth < CLIENTS; nth++) clients.push(await connectTo(databaseUrl));
    const clientOf = (nth: number) => clients[nth % CLIENTS] as pg.Client;
    await prepareYardsticks(clientOf(0));

    let [inserted, updated] = [0, 0];
    const loop = { clients: CLIENTS, seconds, warmUpSeconds: Math.min(1, seconds / 4) };
    const free = [...clients];
    const withClient = async (work: (client: pg.Client) => Promise<void>) => {
      const client = free.pop() as pg.Client;
      try {
        await work(client);
      } finally {
        free.push(client);
      }
      return "ok";
    };
    const inserts = await runClosedLoop(loop, async (nth) => {
      const outcome = await withClient((client) => insertRow(client, nth));
      inserted++;
      return outcome;
    });
    const updates = await runClosedLoop(loop, async () => {
      const outcome = await withClient(updateHotRow);
      updated++;
      return outcome;
    });

    const counted = await countYardsticks(clientOf(0));
    if (counted.inserted !== inserted || counted.updated !== updated)
      throw new Error(
        `Yardsticks: ${inserted} inserts and ${updated} updates were answered, ` +
          `but ${counted.inserted} and ${counted.updated} are there.`,
      );
    await dropYardsticks(clientOf(0));
    const bare = await measureBare(databaseUrl, seconds);
    return [
      figure("inserts_per_s", "single-row inserts", inserts.perSecond),
      figure("hot_updates_per_s", "updates of one row", updates.perSecond),
      bare,
    ];
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
};

const figure = (key: string, label: string, value: number): Figure => ({
  group: "PostgreSQL itself (yardsticks)",
  key,
  label,
  value,
  unit: "/s",
  remark: `${CLIENTS} clients, a transaction each`,
});
