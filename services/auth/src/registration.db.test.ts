import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { authWorld, mira } from "./auth.examples.ts";

// Real password hashes and answers that take their time: seconds on a busy machine.
const patience = { timeout: 30_000 };

const other = { ...mira, email: "someone@example.org", username: "someone" };

test("a new address gets a link, and the link signs in, once", async () => {
  await using db = await testDatabase("auth");
  const { call, said, links, lastLink, signIn } = await authWorld(db);
  expect((await call("POST", "/registrations", mira)).statusCode).toBe(202);
  expect(await said("auth.account_opened")).toMatchObject([
    { email: mira.email, username: "mira" },
  ]);
  expect(await links()).toMatchObject([{ email: mira.email, purpose: "ConfirmEmail" }]);
  expect((await signIn()).statusCode).toBe(401);

  const token = await lastLink();
  const confirmed = await call("PUT", `/confirmations/${token}`);
  expect(confirmed.json()).toMatchObject({ account: { email: mira.email, roles: ["customer"] } });
  expect((await call("PUT", `/confirmations/${token}`)).statusCode).toBe(404);
  expect((await signIn()).statusCode).toBe(201);
});

test(
  "whether an address is known is not told: not by registering, signing in or resetting",
  patience,
  async () => {
    await using db = await testDatabase("auth");
    const { call, member, signIn, links } = await authWorld(db);
    await member();
    const face = ({ statusCode, body, headers }: Awaited<ReturnType<typeof call>>) => {
      const { date: _date, "x-request-id": _id, ...rest } = headers;
      return { statusCode, body, rest };
    };
    const known = { ...other, email: mira.email.toUpperCase(), username: "nobody_else" };
    expect(face(await call("POST", "/registrations", known))).toEqual(
      face(await call("POST", "/registrations", other)),
    );
    expect(face(await signIn(mira.email, "wrong"))).toEqual(
      face(await signIn("no@e.org", "wrong")),
    );
    // Right, but not confirmed.
    expect(face(await signIn(other.email, other.password))).toEqual(
      face(await signIn("no@e.org", "wrong")),
    );
    const reset = (email: string) => call("POST", "/password-resets", { email, language: "en" });
    expect(face(await reset(mira.email))).toEqual(face(await reset("no@example.org")));
    expect((await links()).map(({ purpose }) => purpose)).toEqual([
      "ConfirmEmail",
      "EmailInUse",
      "ConfirmEmail",
      "ResetPassword",
    ]);
    // Asked again, or the name asked for by somebody else: the same in both worlds.
    for (const again of [known, other])
      expect((await call("POST", "/registrations", again)).statusCode).toBe(202);
    for (const { username } of [known, other])
      expect(
        (
          await call("POST", "/registrations", { ...other, email: "x@example.org", username })
        ).json(),
      ).toMatchObject({ type: "auth.username_taken", field: "/username" });
  },
);

test("a link that is too old opens nothing; a new password by mail confirms the address as well", async () => {
  await using db = await testDatabase("auth");
  const { call, lastLink, signIn } = await authWorld(db);
  await call("POST", "/registrations", mira);
  await db.query("update auth.links set expires_at = now()");
  expect((await call("PUT", `/confirmations/${await lastLink()}`)).statusCode).toBe(404);
  await call("POST", "/password-resets", { email: mira.email, language: "en" });
  const newPassword = "a door by the harbour";
  expect((await call("PUT", `/confirmations/${await lastLink()}`)).statusCode).toBe(404);
  const reset = await call("PUT", `/password-resets/${await lastLink()}`, { newPassword });
  expect(reset.statusCode).toBe(200);
  expect((await signIn(mira.email, newPassword)).statusCode).toBe(201);
});

test("one address registered twice at the same moment is one account", async () => {
  await using db = await testDatabase("auth");
  const { call, said, links } = await authWorld(db);
  const names = ["ann", "ben", "cleo", "dora"];
  const answers = await Promise.all(
    names.map((username) => call("POST", "/registrations", { ...mira, username })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202]);
  expect(await said("auth.account_opened")).toHaveLength(1);
  expect((await links()).filter(({ purpose }) => purpose === "ConfirmEmail")).toHaveLength(1);
});

test("one name asked for twice at the same moment is one account", async () => {
  await using db = await testDatabase("auth");
  const { call } = await authWorld(db);
  const answers = await Promise.all(
    ["mira", "MIRA", "Mira"].map((username, nth) =>
      call("POST", "/registrations", { ...other, username, email: `p${nth}@example.org` }),
    ),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses.toSorted((one, other) => one - other)).toEqual([202, 409, 409]);
});

const weakPasswords = [
  ["short", "/password", 422],
  ["password123456", "/password", 422],
  ["qwertyuiop", "/password", 422],
  ["1234567890", "/password", 422],
  ["aaaaaaaaaaaaaaaa", "/password", 422],
  ["i am mira and proud", "/password", 422],
  ["mira.okafor is my name", "/password", 422],
  ["x".repeat(257), "/password", 400],
] as const;
test("a weak password is refused", patience, async () => {
  await using db = await testDatabase("auth");
  const { call } = await authWorld(db);
  for (const [password, field, status] of weakPasswords) {
    const response = await call("POST", "/registrations", { ...mira, password });
    expect([password, response.json()]).toMatchObject([password, { status, field }]);
  }
});

const hostile = [
  ["a NUL", { username: "mi\u0000ra" }],
  ["markup", { username: "<script>" }],
  ["two characters", { username: "ab" }],
  ["no address", { email: "mira at example" }],
  ["a header in the address", { email: "mira@example.org\r\nBcc: all@example.org" }],
  ["a role", { roles: ["owner"] }],
  ["a confirmed address", { emailConfirmedAt: "2026-01-01T00:00:00Z" }],
  ["a list for a password", { password: ["harbour teapot 41 lanterns"] }],
  ["an object for an address", { email: { $ne: "" } }],
] as const;
test("hostile text is the caller's mistake, and is named", patience, async () => {
  await using db = await testDatabase("auth");
  const { call, said } = await authWorld(db);
  for (const [what, change] of hostile) {
    const response = await call("POST", "/registrations", { ...mira, ...change });
    const field = `/${Object.keys(change)[0]}`;
    expect([what, response.json()]).toMatchObject([what, { status: 400, field }]);
  }
  expect(await said("auth.account_opened")).toEqual([]);
});

const prototypes = [
  '{"__proto__":{"roles":["owner"]}}',
  '{"constructor":{"prototype":{"roles":["owner"]}}}',
  `{"email":"mira@example.org","__proto__":{"isConfirmed":true},"password":"x"}`,
] as const;
test("a body that reaches for the prototype is refused", patience, async () => {
  await using db = await testDatabase("auth");
  const { call } = await authWorld(db);
  const headers = { "content-type": "application/json" };
  for (const payload of prototypes)
    for (const url of ["/registrations", "/sessions", "/tokens", "/password-resets"])
      expect((await call("POST", url, payload, { headers })).statusCode).toBe(400);
  expect(({} as { roles?: unknown }).roles).toBeUndefined();
});

test("nobody's mailbox is filled by strangers", patience, async () => {
  await using db = await testDatabase("auth");
  const { call, member, links } = await authWorld(db);
  await member();
  for (let nth = 0; nth < 8; nth++)
    expect(
      (await call("POST", "/password-resets", { email: mira.email, language: "zh" })).statusCode,
    ).toBe(202);
  expect(await links()).toHaveLength(5);
});
