import { existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotStart, naming } from "./cannot-start.ts";
import { prepareCluster, USER } from "./cluster.ts";
import { own, type Ownership } from "./owner.ts";
import { keepRunning } from "./keeper.ts";
import { endLeftover, startPostmaster } from "./postmaster.ts";
import { chooseRunner, type Way } from "./runner.ts";
import { defaults, type Settings } from "./settings.ts";
import { clearSocketFolder, makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";

export { CannotStart };
export type { Settings };

type Options = Readonly<{
  folder: string;
  /** Listens on 127.0.0.1 too; without it only on a private socket. */
  port?: number;
  log: (line: string) => void;
  settings?: Settings;
  /** How to run where root may not: found out by itself when left out. */
  way?: Way;
}>;

export type RunningDatabase = Readonly<{
  url: string;
  /** Of the first one: should it fail, the next has another. */
  pid: number;
  stop: () => Promise<void>;
}>;

/** One PostgreSQL of this folder's own, started again should it fail. It ends with this process, even with a killed one. */
export const startDatabase = async (options: Options): Promise<RunningDatabase> => {
  const { folder, ownership } = await takeFolder(options.folder);
  try {
    return await naming(folder, () => start(folder, options, ownership));
  } catch (error) {
    ownership.letGo();
    throw error;
  }
};

/** Whether there is one to start, without making any. */
export const hasDatabase = (folder: string): boolean =>
  existsSync(folder) &&
  existsSync(join(chooseRunner(realpathSync(folder), () => {}).home, "postgres", "PG_VERSION"));

/** Forgets everything. Refused while a shop uses the folder. */
export const resetDatabase = async (wanted: string): Promise<void> => {
  const { folder, ownership } = await takeFolder(wanted);
  try {
    const { home } = chooseRunner(folder, () => {});
    await endLeftover(join(home, "postgres"), () => {});
    for (const name of ["postgres", "password", "postgres.log", "postgres.log.old"])
      rmSync(join(home, name), { recursive: true, force: true });
  } finally {
    ownership.letGo();
  }
};

const takeFolder = (wanted: string) =>
  naming(wanted, () => {
    mkdirSync(wanted, { recursive: true });
    const folder = realpathSync(wanted);
    return { folder, ownership: own(folder) };
  });

const start = async (
  folder: string,
  { port, log, settings, way }: Options,
  { isKept, letGo }: Ownership,
): Promise<RunningDatabase> => {
  const runner = chooseRunner(folder, log, way);
  await endLeftover(join(runner.home, "postgres"), log);
  const { data, password } = prepareCluster(runner, log);
  const socketFolder = makeSocketFolder(runner);
  const all = { ...defaults, ...settings, ...listening(socketFolder, port) };
  try {
    const keeper = await keepRunning((signal) => {
      // Another shop that has the folder by now has a database in it.
      if (!isKept()) throw new CannotStart(`The database of ${folder} was taken over.`);
      clearSocketFolder(socketFolder);
      return startPostmaster(runner, data, { settings: all, signal });
    }, log);
    const stop = async () => {
      const isGone = await keeper.stop();
      removeSocketFolder(socketFolder);
      letGo();
      if (!isGone) throw new Error(`PostgreSQL (process ${keeper.pid()}) does not stop.`);
    };
    return { url: urlOf(socketFolder, password, port), pid: keeper.pid(), stop };
  } catch (error) {
    removeSocketFolder(socketFolder);
    throw error;
  }
};

// The socket's name carries a port even where nothing listens on it.
const SOCKET_PORT = 5432;

const listening = (socketFolder: string, port: number | undefined): Settings => ({
  unix_socket_directories: socketFolder,
  unix_socket_permissions: "0700",
  listen_addresses: port === undefined ? "" : "127.0.0.1",
  port: port ?? SOCKET_PORT,
});

/** The host in the path is for programs that want one; pg and libpq take the one of the query. */
const urlOf = (socketFolder: string, password: string, port = SOCKET_PORT): string =>
  `postgres://${USER}:${password}@localhost:${port}/postgres?host=${encodeURIComponent(socketFolder)}`;
