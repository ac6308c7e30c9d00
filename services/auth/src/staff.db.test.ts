import { parse, Session, UserErased } from "@wares/contracts";
import { publish, transact } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { authWorld, mira } from "./auth.examples.ts";

// Real password hashes and answers that take their time: seconds on a busy machine.
const patience = { timeout: 30_000 };

const boss = { email: "boss@example.org", username: "boss", password: "seven red bicycles" };

test("an owner made by the command line, again and again, is one owner", patience, async () => {
  await using db = await testDatabase("auth");
  const { auth, signIn, said } = await authWorld(db);
  const first = await auth.createOwner(boss);
  expect(first.isNew).toBe(true);
  expect(await auth.createOwner(boss)).toEqual({ ...first, isNew: false });
  expect(await said("auth.account_opened")).toHaveLength(1);
  expect((await signIn(boss.email, boss.password)).json().account.roles).toEqual([
    "customer",
    "owner",
  ]);
  await auth.createOwner({ ...boss, password: "eight red bicycles" });
  expect((await signIn(boss.email, "eight red bicycles")).statusCode).toBe(201);
  await expect(auth.createOwner({ ...boss, email: "b@example.org" })).rejects.toThrow("username");
});

test("roles are given by owners, taken at once, and the last owner stays", patience, async () => {
  await using db = await testDatabase("auth");
  const { auth, signIn, member, call } = await authWorld(db);
  const customer = await member();
  const { account: owner } = await auth.createOwner(boss);
  const { accessToken } = parse(Session, (await signIn(boss.email, boss.password)).json());
  const give = (userId: string, roles: unknown, token = accessToken) =>
    call("PUT", `/staff/${userId}`, { roles }, { token });

  expect((await give(customer.account.userId, ["owner"], customer.accessToken)).statusCode).toBe(
    403,
  );
  expect((await give(customer.account.userId, ["admin"])).json()).toMatchObject({
    status: 400,
    field: "/roles/0",
  });
  expect((await give(owner.userId, ["staff"])).json()).toMatchObject({ type: "auth.last_owner" });
  expect((await give("018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0a01", ["staff"])).statusCode).toBe(404);
  expect((await give(customer.account.userId, ["staff"])).json().roles).toEqual([
    "customer",
    "staff",
  ]);
  expect(
    (await call("GET", "/staff", undefined, { token: accessToken })).json().staff,
  ).toHaveLength(2);
  // What was signed in before the change is not any more.
  const whoAmI = await call("GET", "/session", undefined, { token: customer.accessToken });
  expect(whoAmI.statusCode).toBe(401);
});

test("an erased person leaves nothing readable behind, and no session", patience, async () => {
  await using db = await testDatabase();
  const { auth, member, signIn, call, said } = await authWorld(db);
  const { accessToken, account } = await member();
  await signIn(mira.email, "wrong");
  await call("POST", "/registrations", { ...mira, username: "mira_again" });
  await call("POST", "/password-resets", { email: mira.email, language: "en" });
  expect((await call("GET", "/session", undefined, { token: accessToken })).statusCode).toBe(200);

  await transact(db, (tx) => publish(tx, [UserErased({ userId: account.userId })]));
  await settle(db, [auth.service]);
  await settle(db, [auth.service]);

  expect((await call("GET", "/session", undefined, { token: accessToken })).statusCode).toBe(401);
  expect((await signIn()).statusCode).toBe(401);
  expect(await said("auth.session_revoked")).toMatchObject([{ reason: "Erased" }]);
  const { rows: tables } = await db.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'auth'",
  );
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) {
    const { rows } = await db.query<{ row: string }>(
      `select one::text as row from auth.${name} one`,
    );
    for (const { row } of rows) expect(row.toLowerCase()).not.toMatch(/mira|okafor/);
    // What one network tried is counted on, under a key that names nobody.
    expect([name, name === "tries" ? 0 : rows.length]).toEqual([name, 0]);
  }
});

test("while an account lives, its address cannot be read in the table", async () => {
  await using db = await testDatabase("auth");
  const { member } = await authWorld(db);
  await member();
  const { rows } = await db.query("select accounts::text as row from auth.accounts");
  expect(rows[0].row.toLowerCase()).not.toContain("okafor");
});
