import { askOracles, oracles } from "@wares/oracle";
import type { Database, Queries } from "@wares/platform/database";
import {
  findOverdue,
  findParked,
  findUnread,
  pendingMigrations,
  type Migrated,
  type Placed,
  type Unread,
  readersOf,
} from "@wares/platform/run";
import { explain } from "../report.ts";
import { broken, well, type Finding } from "./finding.ts";
import { serverVersion } from "./server.store.ts";

const versionMin = 15;

export type DatabaseLook = Readonly<{
  db: Database;
  migrated: readonly Migrated[];
  placed: readonly Placed[];
  now: Date;
}>;

export const databaseTodo = "Is it running, and is DATABASE_URL right?";

/** What can be known of the database. If it does not answer, nothing else is asked of it. */
export const checkDatabase = async (look: DatabaseLook): Promise<readonly Finding[]> => {
  const server = await orBroken("Database", databaseTodo, () => checkServer(look.db));
  if (server.state === "Broken") return [server];
  const migrations = await orBroken("Migrations", "See the message", () => checkMigrations(look));
  if (migrations.state === "Broken") return [server, migrations];
  const todo = "See the message";
  return [
    server,
    migrations,
    await orBroken("Messages", todo, () => checkParked(look.db)),
    await orBroken("Sagas", todo, () => checkSagas(look.db)),
    await orBroken("Events", todo, () => checkEvents(look)),
    await orBroken("Books", todo, () => checkBooks(look.db)),
  ];
};

const orBroken = async (
  name: string,
  todo: string,
  check: () => Promise<Finding>,
): Promise<Finding> => {
  try {
    return await check();
  } catch (error) {
    return broken(name, explain(error) || "does not answer", todo);
  }
};

const checkServer = async (db: Queries): Promise<Finding> => {
  const { version, major } = await serverVersion(db);
  return major >= versionMin
    ? well("Database", `PostgreSQL ${version}`)
    : broken("Database", `PostgreSQL ${version}`, `Wares needs PostgreSQL ${versionMin} or newer`);
};

const checkMigrations = async ({ db, migrated }: DatabaseLook): Promise<Finding> => {
  const pending = await pendingMigrations(db, migrated);
  return pending.length === 0
    ? well("Migrations", "up to date")
    : broken(
        "Migrations",
        `${pending.length} to run, first ${pending[0]}`,
        "wares start runs them",
      );
};

const parkedMax = 100;

const checkParked = async (db: Queries): Promise<Finding> => {
  const parked = await findParked(db, parkedMax);
  const [last] = parked;
  if (!last) return well("Messages", "none parked");
  const count = parked.length < parkedMax ? `${parked.length}` : `${parkedMax} or more`;
  return broken(
    "Messages",
    `${count} parked, last ${last.type} for ${last.consumer}: ${last.error.slice(0, 120)}`,
    "Mend the cause, then replay them",
  );
};

/** An alarm that rang longer ago than this has nobody who hears it. */
const lateMs = 60_000;

const checkSagas = async (db: Queries): Promise<Finding> => {
  const overdue = await findOverdue(db, lateMs);
  if (overdue.length === 0) return well("Sagas", "none waits past its time");
  const told = overdue.map(({ saga, count, oldestAt }) => `${saga}: ${count} since ${oldestAt}`);
  return broken("Sagas", told.join("; "), "Is the shop running? wares start wakes them");
};

/** What follows an order is done within seconds, where the shop runs. */
const settledAfter = 60;

const checkBooks = async (db: Database): Promise<Finding> => {
  const client = await db.connect();
  try {
    const breaches = await askOracles(client, { settledAfter });
    if (breaches.length === 0) return well("Books", `${oracles.length} oracles, all is so`);
    const told = breaches.map(
      ({ oracle, count, examples }) => `not so: ${oracle} (${count}; ${examples.join("; ")})`,
    );
    return broken("Books", told.join(". "), "Stop selling what is named, and look");
  } finally {
    client.release();
  }
};

const checkEvents = async ({ db, placed, now }: DatabaseLook): Promise<Finding> => {
  const unread: Unread[] = [];
  for (const { consumer } of readersOf(placed)) unread.push(await findUnread(db, consumer));
  return judgeEvents(unread, now);
};

/** Readers are a second behind at most; a minute says that somebody is stuck or not running. */
export const judgeEvents = (unread: readonly Unread[], now: Date): Finding => {
  const ageOf = ({ oldestAt }: Unread) => (oldestAt ? now.getTime() - Date.parse(oldestAt) : 0);
  const late = unread.filter((one) => ageOf(one) > lateMs);
  const waiting = unread.reduce((sum, { count }) => sum + count, 0);
  if (late.length === 0)
    return well("Events", `${unread.length} readers, ${waiting} events on their way`);
  const told = late.map(
    (one) => `${one.consumer}: ${one.count}, oldest ${Math.round(ageOf(one) / 60_000)} min`,
  );
  return broken(
    "Events",
    `unread ${told.join("; ")}`,
    "Is the shop running? wares start reads them",
  );
};
