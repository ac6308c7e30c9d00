import { CannotStart, hasDatabase, resetDatabase, startDatabase } from "@wares/embedded-database";
import type { Config } from "./config.ts";

export type Storage = Readonly<{
  url: string;
  /** Ours: demo goods and the development sign-in are welcome in it. */
  isEmbedded: boolean;
  close: () => Promise<void>;
}>;

type Options = Readonly<{ isReset: boolean; say: (line: string) => void }>;

/** Your own PostgreSQL where one is named, else the one that comes along. */
export const openStorage = async (
  { DATABASE_URL, WARES_FOLDER }: Config,
  { isReset, say }: Options,
): Promise<Storage> => {
  if (DATABASE_URL && isReset)
    throw new CannotStart("--reset forgets the database that comes along, and never your own.");
  if (DATABASE_URL) return { url: DATABASE_URL, isEmbedded: false, close: async () => {} };
  if (isReset) await resetDatabase(WARES_FOLDER);
  const { url, stop } = await startDatabase({ folder: WARES_FOLDER, log: say });
  return { url, isEmbedded: true, close: stop };
};

/** Whether there is a database already: one's own, or one that came along at an earlier start. */
export const hasStorage = ({ DATABASE_URL, WARES_FOLDER }: Config): boolean =>
  DATABASE_URL !== undefined || hasDatabase(WARES_FOLDER);
