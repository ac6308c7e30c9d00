import type { Static, TSchema } from "typebox";
import { parse } from "@wares/contracts";
import { rawConnection, type Answer, type RawConnection } from "./raw-connection.ts";

export type ShopClient = Readonly<{
  get: (path: string, token?: string) => Promise<Answer>;
  post: (path: string, body: string, token?: string) => Promise<Answer>;
  put: (path: string, body: string, token?: string) => Promise<Answer>;
  /** What must be answered 2xx in this shape before there is anything to measure. */
  read: <Schema extends TSchema>(schema: Schema, path: string) => Promise<Static<Schema>>;
  close: () => Promise<void>;
}>;

const ANSWER_MS_MAX = 30_000;

/** HTTP/1.1 with kept connections, one request at a time on each: as so many browsers, not as a pipe. */
export const shopClient = (origin: string, connections: number): ShopClient => {
  const { hostname, port, host } = new URL(origin);
  const all = Array.from({ length: connections }, () => rawConnection(hostname, Number(port)));
  const free = [...all];
  const queue: ((connection: RawConnection) => void)[] = [];
  const watch = setInterval(() => {
    const now = performance.now();
    for (const connection of all) connection.check(now, ANSWER_MS_MAX);
  }, 1_000);

  const next = (): Promise<RawConnection> => {
    const { promise, resolve } = Promise.withResolvers<RawConnection>();
    queue.push(resolve);
    return promise;
  };
  const send = async (request: string): Promise<Answer> => {
    const connection = free.pop() ?? (await next());
    try {
      return await connection.ask(request);
    } finally {
      const waiting = queue.shift();
      if (waiting) waiting(connection);
      else free.push(connection);
    }
  };
  const bearer = (token: string | undefined) => (token ? `Authorization: Bearer ${token}\r\n` : "");
  const get = (path: string, token?: string) =>
    send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${bearer(token)}\r\n`);
  const give = (method: string) => (path: string, body: string, token?: string) =>
    send(
      `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
        `${bearer(token)}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  return {
    get,
    post: give("POST"),
    put: give("PUT"),
    read: async (schema, path) => {
      const answer = await get(path);
      if (answer.status !== 200) throw new Error(`GET ${path} answered ${outcomeFrom(answer)}`);
      return parse(schema, JSON.parse(answer.text));
    },
    close: async () => {
      clearInterval(watch);
      for (const connection of all) connection.close();
    },
  };
};

/** An answer that was not wanted, in a word: its status and the refusal's name. */
export const outcomeFrom = ({ status, text }: Answer): string => {
  const name = /"type":"([a-z_.]{1,60})"/.exec(text)?.[1];
  return name ? `${status} ${name}` : String(status);
};
