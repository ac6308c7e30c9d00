import type { FastifyBaseLogger } from "fastify";
import { pino, stdSerializers, type LogFn, type Logger } from "pino";
import { Outage } from "./outcome.ts";

export type Log = FastifyBaseLogger;

/** Structured, one line each, and without what must not be written down. */
export const createLog = (level: string, destination?: { write: (line: string) => void }): Log =>
  pino(
    {
      level,
      redact: [
        "*.password",
        "*.token",
        "*.authorization",
        "*.cookie",
        "req.headers.authorization",
        "req.headers.cookie",
      ],
      serializers: { err: told },
      hooks: { logMethod: quietly() },
      base: null,
    },
    ...(destination ? [destination] : []),
  );

/** A stack says where we are wrong. Of a database that is away or full, its own words say enough. */
const told = (error: unknown) =>
  error instanceof Outage
    ? { type: error.name, message: reasonOf(error) }
    : error instanceof Error
      ? stdSerializers.err(error)
      : error;

const reasonOf = ({ cause, message }: Outage): string =>
  cause instanceof Error ? cause.message : message;

const quietMs = 10_000;
const kindsMax = 20;

/** A database that is away fails everybody many times a second: each kind of it is told once in a while. */
const quietly = () => {
  const kinds = new Set<string>();
  let since = performance.now();
  return function tell(this: Logger, given: Parameters<LogFn>, log: LogFn): void {
    const [first]: readonly unknown[] = given;
    const outage = first instanceof Object && "err" in first ? first.err : first;
    if (outage instanceof Outage) {
      if (performance.now() - since > quietMs) kinds.clear();
      const kind = reasonOf(outage);
      if (kinds.has(kind) || kinds.size >= kindsMax) return;
      if (kinds.size === 0) since = performance.now();
      kinds.add(kind);
    }
    log.apply(this, given);
  };
};
