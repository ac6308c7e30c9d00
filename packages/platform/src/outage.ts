import { Outage } from "./outcome.ts";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

// Classes 08, 53, 57, 58: connection, resources (a full disk), operator, system. Then the socket's
// codes, and what the driver says, without any code, when it lost the connection or got none in time.
const isAway = (error: unknown): boolean =>
  /^((08|53|57|58)\w{3}|ECONN[A-Z]+|EPIPE|ETIMEDOUT)$/.test(codeOf(error)) ||
  (error instanceof Error &&
    (("syscall" in error && /^(connect|getaddrinfo)$/.test(String(error.syscall))) ||
      /^(Connection terminated|Client has|timeout e)/.test(error.message)));

/** The database's own trouble as an outage; whatever else it is stays what it is. */
export const asOutage = <Thrown>(error: Thrown): Thrown | Outage =>
  isAway(error) ? new Outage("The database did not answer.", { cause: error }) : error;

export const isLostRace = (error: unknown): boolean => ["40001", "40P01"].includes(codeOf(error));

/** What every statement after a failed one is told: it is over. Why, only the first was told. */
export const isAftermath = (error: unknown): boolean => codeOf(error) === "25P02";

/** A row of that key is there already: whoever was sure of the contrary lost a race. */
export const isTaken = (error: unknown): boolean => codeOf(error) === "23505";
