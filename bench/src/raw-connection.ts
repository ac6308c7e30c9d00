import { connect, type Socket } from "node:net";

// A general client costs as much processor as the shop's own side of HTTP: on two shared cores that is
// taken from what is measured. This one knows only what this shop answers with: a status, a length or
// chunks, and connections that are kept.

export type Answer = Readonly<{
  status: number;
  text: string;
  /** Told with 429 and 503. */
  retryAfterSeconds: number | undefined;
  /** When its request was handed to the socket: what passed before was our own. */
  writtenAt: number;
}>;

/** The body becomes text when somebody asks for it: of what went well, nobody does. */
class Received implements Answer {
  readonly status: number;
  writtenAt = 0;
  readonly #head: string;
  readonly #body: Buffer;
  constructor(status: number, head: string, body: Buffer) {
    this.status = status;
    this.#head = head;
    this.#body = body;
  }
  get retryAfterSeconds(): number | undefined {
    const seconds = /\r\nretry-after: ?(\d+)/i.exec(this.#head)?.[1];
    return seconds === undefined ? undefined : Number(seconds);
  }
  get text(): string {
    return this.#body.toString("utf8");
  }
}

const statusOf = (head: string): number => Number(head.slice(9, 12));

/** A whole answer and what follows it; nothing while more must come. */
export const readAnswer = (
  bytes: Buffer,
): Readonly<{ answer: Received; rest: number }> | undefined => {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end);
  if (!head.startsWith("HTTP/1.1 ") || !(statusOf(head) >= 100)) throw new Error("not HTTP/1.1");
  const start = end + 4;
  const length = /\r\ncontent-length: ?(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return whole(bytes, head, { start, end: start + Number(length) });
  if (/\r\ntransfer-encoding: ?chunked/i.test(head)) return chunked(bytes, head, start);
  return whole(bytes, head, { start, end: start });
};

const whole = (bytes: Buffer, head: string, { start, end }: { start: number; end: number }) =>
  bytes.length < end
    ? undefined
    : { answer: new Received(statusOf(head), head, bytes.subarray(start, end)), rest: end };

const chunked = (bytes: Buffer, head: string, start: number) => {
  const parts: Buffer[] = [];
  for (let at = start; ;) {
    const line = bytes.indexOf("\r\n", at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, line), 16);
    if (!(size >= 0)) throw new Error("a chunk without a size");
    const next = line + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0)
      return { answer: new Received(statusOf(head), head, Buffer.concat(parts)), rest: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
};

type Waiting = Readonly<{ resolve: (answer: Answer) => void; reject: (error: unknown) => void }>;

/** One kept connection, one request at a time on it: as a browser, not as a pipe. */
export const rawConnection = (host: string, port: number) => {
  let socket: Socket | undefined;
  let waiting: Waiting | undefined;
  let held: Buffer | undefined;
  let usedAt = 0;

  const fail = (error: unknown) => {
    socket?.destroy();
    socket = undefined;
    held = undefined;
    const failed = waiting;
    waiting = undefined;
    failed?.reject(error);
  };
  const take = (bytes: Buffer) => {
    const all = held ? Buffer.concat([held, bytes]) : bytes;
    const read = readAnswer(all);
    held = read ? undefined : all;
    if (!read) return;
    if (read.rest !== all.length || !waiting) throw new Error("an answer that nobody asked for");
    const asked = waiting;
    waiting = undefined;
    read.answer.writtenAt = usedAt;
    usedAt = performance.now();
    asked.resolve(read.answer);
  };
  const open = (): Socket => {
    const fresh = connect({ host, port, noDelay: true });
    fresh.on("data", (bytes) => {
      try {
        take(bytes);
      } catch (error) {
        fail(error);
      }
    });
    fresh.on("error", (error) => fresh === socket && fail(error));
    fresh.on("close", () => fresh === socket && fail(new Error("closed")));
    return fresh;
  };

  return {
    /** The server ends what is idle for five seconds, perhaps while we write to it. */
    ask: (request: string): Promise<Answer> => {
      if (socket && performance.now() - usedAt > IDLE_MS_MAX) fail(new Error("idle"));
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting = { resolve, reject };
      usedAt = performance.now();
      socket ??= open();
      socket.write(request);
      return promise;
    },
    /** Gives up on an answer that takes too long. */
    check: (now: number, msMax: number): void => {
      if (waiting && now - usedAt > msMax)
        fail(Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" }));
    },
    close: (): void => fail(new Error("closed")),
  };
};
export type RawConnection = ReturnType<typeof rawConnection>;

const IDLE_MS_MAX = 3_000;
