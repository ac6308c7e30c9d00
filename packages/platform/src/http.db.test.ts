import { newId, uuidv7, keysFrom } from "./platform.ts";
import { parse, UserId, type Role } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import Type from "typebox";
import { expect, test } from "vitest";
import { connect, type Database } from "./database.ts";
import { answers, httpServer, ifMatch, pages, signedIn, tag, type Routes } from "./http.ts";
import { Outage } from "./outcome.ts";

const closed = { additionalProperties: false };
const Cup = Type.Object({ name: Type.String({ maxLength: 20 }), count: Type.Integer() }, closed);
const list = pages(keysFrom("secret"), "cups");
let made = 0;

const cups: Routes = async (app) => {
  const anyone = { config: { allow: "anyone" } } as const;
  app.post(
    "/cups",
    { ...anyone, schema: { body: Cup, response: answers({ 201: Cup }) } },
    async (request, reply) => {
      made += 1;
      return reply.code(201).send(request.body);
    },
  );
  const query = Type.Object(
    {
      size: Type.Array(Type.String(), { maxItems: 3 }),
      limit: Type.Integer({ default: 8, maximum: 10 }),
      after: Type.Optional(Type.String()),
    },
    closed,
  );
  app.get("/cups", { ...anyone, schema: { querystring: query } }, async ({ query }) => ({
    ...query,
    place: list.place(query.after) ?? [],
    next: list.next(["CUP", 3]),
  }));
  app.put("/cups", { ...anyone, schema: {} }, async (request, reply) =>
    tag(reply, ifMatch(request) + 1).send({}),
  );
  app.get("/mine", { config: { allow: "customer" }, schema: {} }, async (request) => ({
    user: signedIn(request),
  }));
  app.get("/stock", { config: { allow: "staff" }, schema: {} }, async () => ({}));
  app.get("/broken", { ...anyone, schema: {} }, () => Promise.reject(new Error("secret detail")));
  app.get("/away", { ...anyone, schema: {} }, () => Promise.reject(new Outage("no database")));
  app.get("/nowhere", { ...anyone, schema: {} }, () =>
    connect({ url: "postgres://127.0.0.1:1/nowhere", connectionsMax: 1 }).query("select 1"),
  );
};

const server = async (roles?: readonly Role[], db?: Database) => {
  const userId = newId(UserId);
  const identify = async () => (roles ? { userId, roles } : { roles: [] });
  const app = await httpServer({ identify, ...(db && { db }) });
  await app.register(cups);
  return app;
};
const cup = { name: "blue", count: 1 };

test.for([
  ["a number in quotes", { ...cup, count: "1" }, "/count"],
  ["half of one", { ...cup, count: 1.5 }, "/count"],
  ["a field too many", { ...cup, price: 1 }, "/price"],
  ["a field too few", { name: "blue" }, "/count"],
  ["half an emoji", { ...cup, name: "\ud83d" }, "/name"],
  ["a NUL", { ...cup, name: "a\u0000b" }, "/name"],
] as const)("%s is refused, and named", async ([, payload, field]) => {
  const app = await server();
  const response = await app.inject({ method: "POST", url: "/cups", payload });
  expect(response.headers["content-type"]).toContain("application/problem+json");
  expect(response.json()).toMatchObject({ type: "request.invalid", status: 400, field });
});

test.for([
  ["no JSON", "{", 400],
  ["two megabytes", JSON.stringify({ name: "x".repeat(2_000_000) }), 413],
  ["a thousand deep", `${"[".repeat(1_000)}${"]".repeat(1_000)}`, 400],
] as const)("%s is the caller's mistake", async ([, payload, status]) => {
  const app = await server();
  const headers = { "content-type": "application/json" };
  const response = await app.inject({ method: "POST", url: "/cups", payload, headers });
  expect(response.statusCode).toBe(status);
});

test("an address is text: numbers are read, one is a list of one, defaults fill in", async () => {
  const app = await server();
  const ask = async (search: string) => (await app.inject({ url: `/cups?${search}` })).json();
  expect(await ask("size=a")).toMatchObject({ size: ["a"], limit: 8 });
  expect(await ask("size=a&size=b&limit=3")).toMatchObject({ size: ["a", "b"], limit: 3 });
  expect(await ask("size=a&limit=many")).toMatchObject({ status: 400, field: "/limit" });
});

test("a cursor comes back as it was given, or not at all", async () => {
  const app = await server();
  const ask = async (after: string) =>
    (await app.inject({ url: `/cups?size=a&after=${after}` })).json();
  const { next } = await ask(list.next(["x", 1]));
  expect(await ask(next)).toMatchObject({ place: ["CUP", 3] });
  expect(await ask(next.replace(/^./, "A"))).toMatchObject({ status: 400, field: "/after" });
  expect(await ask("nonsense")).toMatchObject({ status: 400, field: "/after" });
});

test("an edit says what it edits", async () => {
  const app = await server();
  const put = (headers = {}) => app.inject({ method: "PUT", url: "/cups", headers, payload: {} });
  expect((await put()).statusCode).toBe(428);
  expect((await put({ "if-match": "*" })).statusCode).toBe(428);
  expect((await put({ "if-match": '"4"' })).headers["etag"]).toBe('"5"');
});

test.for([
  ["a stranger", undefined, 401, 401],
  ["a customer", ["customer"], 200, 403],
  ["staff", ["customer", "staff"], 200, 200],
  ["the owner", ["owner"], 200, 200],
] as const)("%s", async ([, roles, mine, stock]) => {
  const app = await server(roles);
  expect((await app.inject({ url: "/mine" })).statusCode).toBe(mine);
  expect((await app.inject({ url: "/stock" })).statusCode).toBe(stock);
});

test("our own accidents tell nothing, and an outage says to come again", async () => {
  const app = await server();
  const broken = await app.inject({ url: "/broken" });
  expect([broken.statusCode, broken.body.includes("secret")]).toEqual([500, false]);
  for (const url of ["/away", "/nowhere"]) {
    const away = await app.inject({ url });
    expect(away.statusCode).toBe(503);
    expect(away.headers["retry-after"]).toMatch(/^[1-4]$/);
    expect(away.json()).toMatchObject({ type: "platform.unavailable" });
  }
});

test("a route that does not say who may call it stops the start", async () => {
  const app = await server();
  expect(() => app.get("/open", { schema: {} }, async () => ({}))).toThrow("does not say who");
});

test("an idempotency key is answered once, by its first answer", async () => {
  await using db = await testDatabase();
  const app = await server(["customer"], db);
  const post = (payload: object, key: string = "key-12345678") =>
    app.inject({ method: "POST", url: "/cups", payload, headers: { "idempotency-key": key } });
  made = 0;
  const first = await post(cup);
  const again = await post(cup);
  expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body]);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(made).toBe(1);
  expect((await post({ ...cup, count: 2 })).statusCode).toBe(422);
  expect((await post(cup, "short")).statusCode).toBe(400);
  const both = await Promise.all([
    post(cup, uuidv7()),
    post(cup, "same-key-1"),
    post(cup, "same-key-1"),
  ]);
  expect(
    both.map(({ statusCode }) => statusCode).filter((status) => status === 201).length,
  ).toBeGreaterThanOrEqual(2);
  expect(made).toBe(3);
});

test("ids are what they claim", () => expect(parse(UserId, uuidv7())).toMatch(/-7/));
