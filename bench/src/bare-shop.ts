import { argv, stderr, stdout } from "node:process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { batched } from "@wares/platform";
import { connect } from "@wares/platform/database";
import { writeBare, type BareOrder } from "./bare-shop.store.ts";

// A yardstick, not a shop: the least that HTTP in front of PostgreSQL costs for an order. Nobody is asked
// who they are, nothing is checked, priced or told. What is left is what no order can do without here.

const bodyMax = 64 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const piece of request) {
    text += String(piece);
    if (text.length > bodyMax) throw new Error("The body is too long.");
  }
  return text;
};

const db = connect({ url: argv[2] ?? "", connectionsMax: 4 });
const write = batched<BareOrder, string>(
  async (orders) => {
    await writeBare(db, orders);
    return orders.map(({ orderId }) => orderId);
  },
  { batchMax: 250, waitingMax: 5_000 },
);

const server = createServer((request, response) => {
  void (async () => {
    try {
      const orderId = await write(JSON.parse(await bodyOf(request)) as BareOrder);
      const text = JSON.stringify({ orderId });
      response.writeHead(201, {
        "content-type": "application/json",
        "content-length": text.length,
      });
      response.end(text);
    } catch (error) {
      response.writeHead(500, { "content-length": 0 }).end();
      stderr.write(`${String(error)}\n`);
    }
  })();
});
server.listen(0, "127.0.0.1", () =>
  stdout.write(`listening on ${(server.address() as AddressInfo).port};\n`),
);
