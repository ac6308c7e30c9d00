import { AccountOpened, UserId, type Profile } from "@wares/contracts";
import { newId } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { userStore } from "./user.store.ts";
import { home, usersWorld } from "./users.examples.ts";

const profile: Profile = {
  firstName: "Mira",
  lastName: "Okafor-Lindqvist",
  phone: "+353 91 000000",
  dateOfBirth: "1990-02-28",
  language: "en",
  currency: "EUR",
};

test("an account that opens becomes a person who may be welcomed, once", async () => {
  await using db = await testDatabase("users");
  const { open, as, call, said, settle } = await usersWorld(db);
  const userId = await open("mira");
  as(userId, "customer");
  const me = await call("GET", "/me");
  expect(me.headers["etag"]).toBe('"1"');
  expect(me.headers["cache-control"]).toBe("no-store");
  expect(me.json()).toMatchObject({
    id: userId,
    email: "mira@example.org",
    profile: { firstName: "Mira", lastName: "", language: "zh", currency: "CNY" },
    preferences: { emailNotifications: true, marketingEmails: false, theme: "Auto" },
    addresses: [],
  });
  const [opened] = await said("auth.account_opened");
  await transact(db, (tx) => publish(tx, [AccountOpened(opened as AccountOpened["data"])]));
  await settle();
  expect(await said("users.user_registered")).toMatchObject([{ userId, firstName: "Mira" }]);
});

test("an edit says what it edits, and is told to whoever writes to this person", async () => {
  await using db = await testDatabase("users");
  const { open, as, call, said } = await usersWorld(db);
  const userId = await open("mira");
  as(userId, "customer");
  expect((await call("PUT", "/me/profile", profile)).statusCode).toBe(428);
  const edits = await Promise.all([
    call("PUT", "/me/profile", profile, 1),
    call("PUT", "/me/profile", { ...profile, firstName: "Mina" }, 1),
  ]);
  const statuses = edits.map(({ statusCode }) => statusCode);
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 412]);

  const preferences = { ...(await call("GET", "/me")).json().preferences, marketingEmails: true };
  const saved = await call("PUT", "/me/preferences", preferences, 2);
  expect(saved.headers["etag"]).toBe('"3"');
  expect(saved.json().profile.lastName).toBe("Okafor-Lindqvist");
  expect(await said("users.user_updated")).toMatchObject([
    { userId, language: "en", marketingEmails: false, revision: 2 },
    { userId, marketingEmails: true, emailNotifications: true, revision: 3 },
  ]);
});

const mistakes = [
  ["/me/profile", { ...profile, language: "de" }, 400, "/language"],
  ["/me/profile", { ...profile, dateOfBirth: "2999-01-01" }, 422, "/dateOfBirth"],
  ["/me/profile", { ...profile, dateOfBirth: "1990-02-30" }, 400, "/dateOfBirth"],
  ["/me/profile", { ...profile, phone: "<b>" }, 400, "/phone"],
  ["/me/profile", { ...profile, avatarUrl: "javascript:alert(1)" }, 400, "/avatarUrl"],
  ["/me/profile", { ...profile, firstName: "x".repeat(101) }, 400, "/firstName"],
  ["/me/profile", { ...profile, lastName: "a\u0000b" }, 400, "/lastName"],
  ["/me/profile", { ...profile, roles: ["owner"] }, 400, "/roles"],
  ["/me/preferences", { emailNotifications: "yes" }, 400, "/smsNotifications"],
  ["/me/addresses", { ...home, country: "XX" }, 400, "/country"],
  ["/me/addresses", { ...home, userId: "someone" }, 400, "/userId"],
  ["/me/addresses", { ...home, city: "" }, 400, "/city"],
] as const;
test("a mistake is named, and changes nothing", async () => {
  await using db = await testDatabase("users");
  const { open, as, call } = await usersWorld(db);
  as(await open("mira"), "customer");
  const before = (await call("GET", "/me")).json();
  for (const [url, body, status, field] of mistakes) {
    const method = url.endsWith("addresses") ? "POST" : "PUT";
    const answer = (await call(method, url, body, 1)).json();
    expect([field, answer]).toMatchObject([field, { status, field }]);
  }
  const { preferences } = before;
  const zone = await call("PUT", "/me/preferences", { ...preferences, timezone: "Mars/Base" }, 1);
  expect(zone.json()).toMatchObject({ status: 422, field: "/timezone" });
  expect((await call("GET", "/me")).json()).toEqual(before);
});

test("text is kept as it was written, whatever it looks like", async () => {
  await using db = await testDatabase("users");
  const { open, as, call } = await usersWorld(db);
  as(await open("mira"), "customer");
  const names = [
    "<img src=x onerror=alert(1)>",
    "'; drop table users.users; --",
    "李小龍 👩‍🚀",
    "${{7*7}}",
  ];
  let revision = 1;
  for (const firstName of names) {
    const saved = await call("PUT", "/me/profile", { ...profile, firstName }, revision++);
    expect(saved.json().profile.firstName).toBe(firstName);
  }
});

test("an address book has one default for each use", async () => {
  await using db = await testDatabase("users");
  const { open, as, call } = await usersWorld(db);
  as(await open("mira"), "customer");
  const add = async (type: string, isDefault: boolean) =>
    (await call("POST", "/me/addresses", { ...home, type, isDefault })).json().id;
  const defaults = async () =>
    (await call("GET", "/me/addresses"))
      .json()
      .addresses.filter(({ isDefault }: { isDefault: boolean }) => isDefault)
      .map(({ id }: { id: string }) => id);
  const both = await add("Both", true);
  expect(await defaults()).toEqual([both]);
  const shipping = await add("Shipping", true);
  const billing = await add("Billing", true);
  expect(await defaults()).toEqual([shipping, billing]);
  const other = await add("Shipping", false);
  expect(await defaults()).toEqual([shipping, billing]);

  const change = { ...home, type: "Shipping", isDefault: true, city: "Cork" };
  expect((await call("PUT", `/me/addresses/${other}`, change, 1)).statusCode).toBe(412);
  expect((await call("PUT", `/me/addresses/${other}`, change, 5)).json()).toMatchObject({
    id: other,
    city: "Cork",
  });
  expect(await defaults()).toEqual([billing, other]);
  expect((await call("DELETE", `/me/addresses/${both}`)).statusCode).toBe(200);
  expect((await call("DELETE", `/me/addresses/${both}`)).statusCode).toBe(404);
});

test("an address book has an end, also for many at once", async () => {
  await using db = await testDatabase("users");
  const { open, as, call } = await usersWorld(db);
  as(await open("mira"), "customer");
  const answers = await Promise.all(
    Array.from({ length: 53 }, () => call("POST", "/me/addresses", home)),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(3);
  expect((await call("GET", "/me/addresses")).json().addresses).toHaveLength(50);
});

test("somebody else's address is a missing one", async () => {
  await using db = await testDatabase("users");
  const { open, as, call } = await usersWorld(db);
  as(await open("mira"), "customer");
  const { id } = (await call("POST", "/me/addresses", home)).json();
  as(await open("nils"), "customer");
  const missing = newId(UserId);
  for (const method of ["PUT", "DELETE"] as const) {
    const body = method === "PUT" ? home : undefined;
    const theirs = await call(method, `/me/addresses/${id}`, body, 1);
    const none = await call(method, `/me/addresses/${missing}`, body, 1);
    expect([theirs.statusCode, theirs.body]).toEqual([404, none.body]);
  }
});

test("staff find customers by e-mail or username, newest first, page by page", async () => {
  await using db = await testDatabase("users");
  const { open, as, call } = await usersWorld(db);
  for (const [nth, name] of ["mira", "mirabel", "nils", "m_ra", "mirko"].entries())
    await open(name, new Date(2026, 1, 1, 0, nth));
  const userId = newId(UserId);
  as(userId, "customer");
  expect((await call("GET", "")).statusCode).toBe(403);
  as(userId, "customer", "staff");
  const names = async (search: string) => {
    const { customers, totalCount, next } = (await call("GET", `?${search}`)).json();
    return {
      names: customers.map(({ username }: { username: string }) => username),
      totalCount,
      next,
    };
  };
  expect((await names("")).names).toEqual(["mirko", "m_ra", "nils", "mirabel", "mira"]);
  expect((await names("query=MIR")).names).toEqual(["mirko", "mirabel", "mira"]);
  expect((await names("query=m_")).names).toEqual(["m_ra"]);
  expect((await names("query=MIRA@Example.org")).names).toEqual(["mira"]);
  expect((await names("query=example")).names).toEqual([]);
  const first = await names("query=mir&limit=2");
  expect(first).toMatchObject({ names: ["mirko", "mirabel"], totalCount: 3 });
  const store = userStore(testTools(db).keys);
  expect(await store.count(db, "mir", 2)).toBe(2);
  expect(await store.count(db, "mir", 4)).toBe(3);
  expect((await names(`query=mir&limit=2&after=${first.next}`)).names).toEqual(["mira"]);
  expect((await call("GET", `?after=${first.next}x`)).json().field).toBe("/after");
  const [id] = (await call("GET", "?query=nils"))
    .json()
    .customers.map((one: { id: string }) => one.id);
  expect((await call("GET", `/${id}`)).json().username).toBe("nils");
  expect((await call("GET", `/${userId}`)).statusCode).toBe(404);
});

test("who is erased leaves an id, and does not come back", async () => {
  await using db = await testDatabase();
  const { open, as, call, said, settle } = await usersWorld(db);
  const userId = await open("mira");
  as(userId, "customer");
  await call("PUT", "/me/profile", profile, 1);
  await call("POST", "/me/addresses", home);
  const { rows: sealed } = await db.query(
    "select users::text || addresses::text as row from users.users join users.addresses using (user_id)",
  );
  expect(sealed[0].row).not.toMatch(/Okafor|Harbour|example\.org|\+353|1990/);

  expect((await call("DELETE", "/me")).statusCode).toBe(200);
  expect(await said("users.user_erased")).toEqual([{ userId }]);
  expect((await call("GET", "/me")).statusCode).toBe(404);
  const [opened] = await said("auth.account_opened");
  await transact(db, (tx) => publish(tx, [AccountOpened(opened as AccountOpened["data"])]));
  await settle();
  expect((await call("GET", "/me")).statusCode).toBe(404);
  for (const table of ["users", "addresses", "erased_users"]) {
    const { rows } = await db.query(`select one::text as row from users.${table} one`);
    expect(rows.length).toBe(table === "erased_users" ? 1 : 0);
    expect(JSON.stringify(rows)).not.toMatch(/mira|Okafor/i);
  }
});
