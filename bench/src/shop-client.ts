import type { Static, TSchema } from "typebox";
import { parse } from "@wares/contracts";
import { Pool } from "undici";

export type Answer = Readonly<{ status: number; text: string }>;

export type ShopClient = Readonly<{
  get: (path: string) => Promise<Answer>;
  post: (path: string, body: string, token?: string) => Promise<Answer>;
  /** What must be answered 2xx in this shape before there is anything to measure. */
  read: <Schema extends TSchema>(schema: Schema, path: string) => Promise<Static<Schema>>;
  close: () => Promise<void>;
}>;

const ANSWER_MS_MAX = 30_000;

/** HTTP/1.1 with kept connections, one request at a time on each: as so many browsers, not as a pipe. */
export const shopClient = (origin: string, connections: number): ShopClient => {
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    headersTimeout: ANSWER_MS_MAX,
    bodyTimeout: ANSWER_MS_MAX,
    connectTimeout: ANSWER_MS_MAX,
    keepAliveTimeout: 60_000,
  });
  const send = async (options: Parameters<Pool["request"]>[0]): Promise<Answer> => {
    const { statusCode, body } = await pool.request(options);
    return { status: statusCode, text: await body.text() };
  };
  const get = (path: string) => send({ method: "GET", path });
  return {
    get,
    post: (path, body, token) =>
      send({
        method: "POST",
        path,
        body,
        headers: {
          "content-type": "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
        },
      }),
    read: async (schema, path) => {
      const answer = await get(path);
      if (answer.status !== 200) throw new Error(`GET ${path} answered ${outcomeFrom(answer)}`);
      return parse(schema, JSON.parse(answer.text));
    },
    close: () => pool.destroy(),
  };
};

/** An answer that was not wanted, in a word: its status and the refusal's name. */
export const outcomeFrom = ({ status, text }: Answer): string => {
  const name = /"type":"([a-z_.]{1,60})"/.exec(text)?.[1];
  return name ? `${status} ${name}` : String(status);
};
