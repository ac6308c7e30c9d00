import { parse, Session } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { authWorld, mira } from "./auth.examples.ts";

test("a refresh token is used once; used again later it ends the family", async () => {
  await using db = await testDatabase("auth");
  const { member, call, said } = await authWorld(db);
  const first = await member();
  const refresh = (refreshToken: string) => call("POST", "/tokens", { refreshToken });
  const second = parse(Session, (await refresh(first.refreshToken)).json());
  expect(second.refreshToken).not.toBe(first.refreshToken);

  // Two tabs at once, or an answer lost on the way: good for a few seconds.
  expect((await refresh(first.refreshToken)).statusCode).toBe(200);
  await db.query("update auth.tokens set used_at = used_at - interval '11 seconds'");
  expect((await call("GET", "/session", undefined, { token: second.accessToken })).statusCode).toBe(
    200,
  );
  const stolen = await refresh(first.refreshToken);
  expect(stolen.json()).toMatchObject({ type: "auth.token_refused", status: 401 });
  expect(await said("auth.session_revoked")).toMatchObject([{ reason: "TokenReused" }]);
  expect((await refresh(second.refreshToken)).statusCode).toBe(401);
  expect((await call("GET", "/session", undefined, { token: second.accessToken })).statusCode).toBe(
    401,
  );
});

test("in the few seconds, too, it is good only a few times", async () => {
  await using db = await testDatabase("auth");
  const { member, call, said } = await authWorld(db);
  const { refreshToken } = await member();
  const statuses: number[] = [];
  for (let nth = 0; nth < 7; nth++)
    statuses.push((await call("POST", "/tokens", { refreshToken })).statusCode);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 401, 401]);
  expect(await said("auth.session_revoked")).toHaveLength(1);
});

test("no token passes for another, and none that we did not make passes at all", async () => {
  await using db = await testDatabase("auth");
  const { member, call, lastLink } = await authWorld(db);
  const { accessToken, refreshToken } = await member();
  const { guestToken } = (await call("POST", "/guests")).json();
  const link = await lastLink();
  const swapped = (token: string, prefix: string) => prefix + token.slice(4);
  const forged = [
    refreshToken,
    guestToken,
    link,
    swapped(refreshToken, "wsa_"),
    swapped(guestToken, "wsa_"),
    accessToken.slice(0, -1) + (accessToken.endsWith("A") ? "B" : "A"),
    `${accessToken}A`,
    `wsa_${"A".repeat(43)}`,
    "eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJvd25lciJdfQ.",
    "undefined",
  ];
  for (const token of forged)
    expect((await call("GET", "/session", undefined, { token })).statusCode).toBe(401);
  for (const token of [accessToken, guestToken, swapped(accessToken, "wsr_")])
    expect((await call("POST", "/tokens", { refreshToken: token })).statusCode).toBe(401);
  for (const token of [accessToken, refreshToken, link])
    expect((await call("PUT", `/confirmations/${token}`)).statusCode).toBe(404);
});

test("nothing but a token says who is asking", async () => {
  await using db = await testDatabase("auth");
  const { member, call } = await authWorld(db);
  const { accessToken, account } = await member();
  const smuggled = {
    "x-user-id": account.userId,
    "x-roles": "owner",
    "x-wares-principal": JSON.stringify({ userId: account.userId, roles: ["owner"] }),
    roles: "owner",
    cookie: `roles=owner; userId=${account.userId}; wares_roles=owner; __proto__=owner`,
  };
  expect((await call("GET", "/staff", undefined, { headers: smuggled })).statusCode).toBe(401);
  const asMira = { token: accessToken, headers: smuggled };
  expect((await call("GET", "/staff", undefined, asMira)).statusCode).toBe(403);
  // A page's cookie is as good as the header; two of the name are nobody's.
  const cookie = (text: string) => ({ headers: { cookie: text } });
  const own = `wares_session=${accessToken}`;
  expect((await call("GET", "/session", undefined, cookie(own))).statusCode).toBe(200);
  expect((await call("GET", "/session", undefined, cookie(`${own}; ${own}`))).statusCode).toBe(401);
});

test("an access token ends after its time, by the database's clock", async () => {
  await using db = await testDatabase("auth");
  const { member, call } = await authWorld(db);
  const { accessToken, refreshToken } = await member();
  const { rows } = await db.query(
    "select kind, expires_at - now() < interval '15 minutes 1 second' as is_short from auth.tokens",
  );
  expect(Object.fromEntries(rows.map(({ kind, is_short }) => [kind, is_short]))).toEqual({
    access: true,
    refresh: false,
  });
  await db.query("update auth.tokens set expires_at = now()");
  expect((await call("GET", "/session", undefined, { token: accessToken })).statusCode).toBe(401);
  expect((await call("POST", "/tokens", { refreshToken })).statusCode).toBe(401);
});

test("signing out ends the session, at once, and no other", async () => {
  await using db = await testDatabase("auth");
  const { member, signIn, call } = await authWorld(db);
  const one = await member();
  const other = parse(Session, (await signIn()).json());
  const whoAmI = async ({ accessToken }: Session) =>
    (await call("GET", "/session", undefined, { token: accessToken })).statusCode;
  expect([await whoAmI(one), await whoAmI(other)]).toEqual([200, 200]);
  expect((await call("DELETE", "/session", undefined, { token: one.accessToken })).statusCode).toBe(
    200,
  );
  expect([await whoAmI(one), await whoAmI(other)]).toEqual([401, 200]);
  expect((await call("POST", "/tokens", { refreshToken: one.refreshToken })).statusCode).toBe(401);
});

test("a changed password ends every other session", async () => {
  await using db = await testDatabase("auth");
  const { member, signIn, call, said } = await authWorld(db);
  const one = await member();
  const other = parse(Session, (await signIn()).json());
  const change = (currentPassword: string, newPassword: string) =>
    call("PUT", "/password", { currentPassword, newPassword }, { token: one.accessToken });
  expect((await change("not this", "a new long password")).json()).toMatchObject({
    status: 422,
    field: "/currentPassword",
  });
  expect((await change(mira.password, "short")).json()).toMatchObject({ field: "/newPassword" });
  expect((await change(mira.password, "a new long password")).statusCode).toBe(200);
  expect((await call("GET", "/session", undefined, { token: one.accessToken })).statusCode).toBe(
    200,
  );
  expect((await call("GET", "/session", undefined, { token: other.accessToken })).statusCode).toBe(
    401,
  );
  expect((await signIn()).statusCode).toBe(401);
  expect((await signIn(mira.email, "a new long password")).statusCode).toBe(201);
  expect(await said("auth.password_changed")).toHaveLength(1);
});

test("a forgotten password is set anew by mail, once, within the hour", async () => {
  await using db = await testDatabase("auth");
  const { member, signIn, call, lastLink } = await authWorld(db);
  const { accessToken } = await member();
  const ask = () =>
    call("POST", "/password-resets", { email: "mira.okafor@EXAMPLE.org", language: "en" });
  const reset = async (newPassword: string, token?: string) =>
    call("PUT", `/password-resets/${token ?? (await lastLink())}`, { newPassword });

  await ask();
  const late = await lastLink();
  await db.query("update auth.links set expires_at = now()");
  expect((await reset("another long password", late)).statusCode).toBe(404);
  await ask();
  expect((await reset("mira.okafor")).statusCode).toBe(422);
  expect((await reset("another long password")).statusCode).toBe(200);
  expect((await reset("a third long password")).statusCode).toBe(404);
  expect((await call("GET", "/session", undefined, { token: accessToken })).statusCode).toBe(401);
  expect((await signIn(mira.email, "another long password")).statusCode).toBe(201);
});

test("an idempotency key does not have a session written down", async () => {
  await using db = await testDatabase("auth");
  const { member, signIn } = await authWorld(db);
  await member();
  const headers = { "idempotency-key": "key-12345678" };
  const one = await signIn(mira.email, mira.password, { headers });
  const other = await signIn(mira.email, mira.password, { headers });
  expect(one.json().accessToken).not.toBe(other.json().accessToken);
});
