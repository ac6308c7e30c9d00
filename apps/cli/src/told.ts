import { CannotStart } from "@wares/embedded-database";
import { Outage, Refused } from "@wares/platform";
import { BadConfiguration } from "@wares/server";
import { explain } from "./report.ts";

// What a person can mend, by the code it comes with.
const plain: Readonly<Record<string, (error: Error) => string>> = {
  EADDRINUSE: () => "That port is taken. Choose another: npm start -- --port 3001",
  EACCES: (error) => `Not allowed: ${error.message}`,
  ENOENT: (error) => `Not there: ${error.message}`,
  ENOSPC: () => "The disk is full. Free some space and start again.",
  EPIPE: () => "Whoever read it went away.",
  "28P01": () => "The database refused the user name or the password of DATABASE_URL.",
  "3D000": () => "The database that DATABASE_URL names does not exist.",
  "53100": () => "The disk of the database is full. Free some space and start again.",
  ECONNREFUSED: () => "No database answers at DATABASE_URL.",
};

/** One clear line for what a person can mend; a stack for what only we can. */
export const told = (error: unknown): string => {
  if (error instanceof CannotStart || error instanceof BadConfiguration) return error.message;
  if (error instanceof Refused) return error.refusal.message;
  if (!(error instanceof Error)) return String(error);
  const reason = error instanceof Outage && error.cause instanceof Error ? error.cause : error;
  const line = "code" in reason ? plain[String(reason.code)]?.(reason) : undefined;
  if (line) return line;
  return error instanceof Outage ? explain(error) : (error.stack ?? error.message);
};
