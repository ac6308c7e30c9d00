import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { readAnswer } from "./raw-connection.ts";
import { shopClient } from "./shop-client.ts";

const bytes = (text: string) => Buffer.from(text, "utf8");
const withLength = "HTTP/1.1 201 Created\r\nContent-Length: 7\r\nETag: x\r\n\r\nhé llo";
const inChunks =
  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";

test("an answer is whole when all of it is there, however it was cut", () => {
  for (const [text, status, body] of [
    [withLength, 201, "hé llo"],
    [inChunks, 200, "abc0123456789"],
    ["HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n", 204, ""],
  ] as const) {
    const all = bytes(text);
    for (let cut = 0; cut < all.length; cut++)
      expect(readAnswer(all.subarray(0, cut))).toBeUndefined();
    const read = readAnswer(all);
    expect([read?.answer.status, read?.answer.text, read?.rest]).toEqual([
      status,
      body,
      all.length,
    ]);
  }
});

test("what is no answer is an error, not a wait for ever", () => {
  expect(() => readAnswer(bytes("SMTP ready\r\n\r\n"))).toThrow("not HTTP/1.1");
  expect(() =>
    readAnswer(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")),
  ).toThrow("a chunk without a size");
});

test("many at once are each answered their own, more than there are connections", async () => {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      if (request.url === "/gone") return void request.socket.destroy();
      const { authorization = "nobody" } = request.headers;
      response.statusCode = request.method === "POST" ? 201 : 200;
      // Without a length: in chunks.
      response.write(`${authorization} `);
      response.end(body || request.url);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = shopClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 3);
  try {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => client.post("/orders", `{"é":${nth}}`, `token${nth}`)),
    );
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
      Array.from({ length: 20 }, (_, nth) => `201 Bearer token${nth} {"é":${nth}}`),
    );
    await expect(client.get("/gone")).rejects.toThrow("closed");
    expect((await client.get("/again")).text).toBe("nobody /again");
  } finally {
    await client.close();
    server.close();
  }
});
