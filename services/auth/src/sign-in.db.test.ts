import { hash } from "@node-rs/argon2";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { authWorld, mira } from "./auth.examples.ts";

// Dozens of real password hashes each: seconds on a busy machine.
const patience = { timeout: 60_000 };

test(
  "a hundred wrong passwords at once are ten guesses, and then the right one waits too",
  patience,
  async () => {
    await using db = await testDatabase("auth");
    const { member, signIn } = await authWorld(db);
    await member();
    const tries = Array.from({ length: 100 }, (_, nth) => nth);
    const answers = await Promise.all(
      tries.map((nth) => signIn(mira.email, `wrong ${nth}`, { from: `198.51.100.${nth}` })),
    );
    const of = (status: number) => answers.filter(({ statusCode }) => statusCode === status);
    expect([of(401).length, of(429).length]).toEqual([10, 90]);

    const right = await signIn();
    expect(right.statusCode).toBe(429);
    const seconds = Number(right.headers["retry-after"]);
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(right.body).toBe(of(429)[0]?.body);

    // The window passes; what knocked meanwhile has not made it longer.
    await db.query("update auth.tries set at = at - interval '15 minutes'");
    expect((await signIn()).statusCode).toBe(201);
  },
);

test("an address nobody has is locked like one somebody has", patience, async () => {
  await using db = await testDatabase("auth");
  const { member, signIn } = await authWorld(db);
  await member();
  const statuses = async (email: string) => {
    const all: number[] = [];
    for (let nth = 0; nth < 12; nth++) all.push((await signIn(email, "wrong")).statusCode);
    return all;
  };
  expect(await statuses("nobody@example.org")).toEqual(await statuses(mira.email));
});

test("one network may not try a few passwords on everybody", patience, async () => {
  await using db = await testDatabase("auth");
  const { signIn } = await authWorld(db);
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, nth) =>
      signIn(`p${nth}@example.org`, "wrong", { from: `2001:db8::${nth}` }),
    ),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(4);
});

test("typing mistakes are forgotten once the right password came", patience, async () => {
  await using db = await testDatabase("auth");
  const { member, signIn } = await authWorld(db);
  await member();
  for (let round = 0; round < 3; round++) {
    for (let nth = 0; nth < 9; nth++) expect((await signIn(mira.email, "w")).statusCode).toBe(401);
    expect((await signIn()).statusCode).toBe(201);
  }
});

test("a new device is told apart, the first one came with the account", async () => {
  await using db = await testDatabase("auth");
  const { member, signIn, said } = await authWorld(db);
  await member();
  const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1";
  for (const agent of ["lightMyRequest", phone, phone])
    await signIn(mira.email, mira.password, { headers: { "user-agent": agent } });
  expect(await said("auth.user_logged_in")).toMatchObject([
    { device: "An app", isNewDevice: false },
    { device: "An app", isNewDevice: false },
    { device: "Safari on iPhone", isNewDevice: true },
    { device: "Safari on iPhone", isNewDevice: false },
  ]);
});

test("a password kept under older parameters is kept under the new ones after it was used", async () => {
  await using db = await testDatabase("auth");
  const { member, signIn } = await authWorld(db);
  await member();
  const old = await hash(mira.password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await db.query("update auth.accounts set password_hash = $1", [old]);
  expect((await signIn()).statusCode).toBe(201);
  const { rows } = await db.query("select password_hash from auth.accounts");
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await signIn()).statusCode).toBe(201);
});
