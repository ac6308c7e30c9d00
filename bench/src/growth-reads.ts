import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, Session } from "@wares/contracts";
import Type from "typebox";
import { histogram } from "./histogram.ts";
import { outcomeFrom, shopClient, type ShopClient } from "./shop-client.ts";

const SignIn = Type.Object({ email: Type.String(), password: Type.String() });
const TIMES = 15;

/** The owner of a shop on one's own machine: its sign-in lies beside its data. */
const ownerToken = async (client: ShopClient, folder: string): Promise<string> => {
  const kept = parse(SignIn, JSON.parse(readFileSync(join(folder, "sign-in.json"), "utf8")));
  const answer = await client.post("/api/v1/auth/sessions", JSON.stringify(kept));
  if (answer.status >= 300) throw new Error(`The owner was answered ${outcomeFrom(answer)}`);
  return parse(Session, JSON.parse(answer.text)).accessToken;
};

/** How long one such answer takes when nothing else happens, in ms. */
const medianOf = async (client: ShopClient, path: string, token: string): Promise<number> => {
  const times = histogram();
  for (let nth = 0; nth < TIMES; nth++) {
    const begin = performance.now();
    const answer = await client.get(path, token);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${outcomeFrom(answer)}`);
    times.record(performance.now() - begin);
  }
  return times.percentileMs(50);
};

export type Reader = Readonly<{
  folder: string;
  origin: string;
  buyerToken: string;
  orderId: string;
}>;

/** What shoppers and staff look at, and could get slower the more there is. */
export const measureReads = async ({ folder, origin, buyerToken, orderId }: Reader) => {
  const client = shopClient(origin, 1);
  try {
    const owner = await ownerToken(client, folder);
    return {
      order_ms: await medianOf(client, `/api/v1/orders/${orderId}`, buyerToken),
      own_orders_ms: await medianOf(client, "/api/v1/orders", buyerToken),
      all_orders_ms: await medianOf(client, "/api/v1/orders/all", owner),
      find_order_ms: await medianOf(client, "/api/v1/orders/all?query=h-0000002a", owner),
      find_buyer_ms: await medianOf(client, "/api/v1/orders/all?query=generator", owner),
    };
  } finally {
    await client.close();
  }
};
