import type { Role, Sku, UserId } from "@wares/contracts";
import type { Database } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { testServer, testTools } from "@wares/testkit/tools";
import { productsService } from "./products.service.ts";
import { categories, lamp, teapot } from "./product.examples.ts";

/** A small shop with two teapots' worth of stock, seen by whoever `as` says. */
export const shop = async (db: Database, stock: ReadonlyMap<string, number> = new Map()) => {
  let principal: Principal = { roles: [] };
  const availableOf = async (skus: readonly Sku[]) =>
    new Map(skus.flatMap((sku) => (stock.has(sku) ? [[sku, stock.get(sku) ?? 0] as const] : [])));
  const products = productsService(testTools(db), { availableOf });
  const app = await testServer([products.service], () => principal);
  const ask = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    payload?: object,
    revision = 0,
  ) => {
    const headers = revision > 0 ? { "if-match": `"${revision}"` } : {};
    const response = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers,
      ...(payload && { payload }),
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };
  return {
    ...products,
    get: (url: string) => ask("GET", url),
    post: (url: string, payload: object) => ask("POST", url, payload),
    put: (url: string, payload: object, revision = 0) => ask("PUT", url, payload, revision),
    as: (userId: UserId, ...roles: Role[]) => (principal = { userId, roles }),
    asStranger: () => (principal = { roles: [] }),
    stockUp: async () => {
      await products.importCategories(categories);
      await products.importProducts([teapot, lamp(1)]);
    },
  };
};

/** What was said, type by type, in order; for this the connection is the superuser's. */
export const said = async (db: Database, subject: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ type: string }>(
    "select type from platform.outbox where subject = $1 order by position",
    [subject],
  );
  return rows.map(({ type }) => type.replace(/^\w+\./, ""));
};
