import { once } from "node:events";
import { LinkRequested, OrderCreated, type Mail } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { mailWorld, order } from "./notifications.examples.ts";

type Taken = { mail: ParsedMail; to: string[] };

/** A real server on a port of its own, or on the given one. */
const smtpServer = async (port = 0) => {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith("nobody")
        ? done(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }))
        : done(),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream, (error: unknown, mail) => {
        if (!error) taken.push({ mail, to });
        done(error instanceof Error ? error : undefined);
      });
    },
  });
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const open = typeof address === "object" && address ? address.port : 0;
  return {
    taken,
    port: open,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let nth = 0; nth < 200; nth++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come about.");
};

const quick = { retryMs: 100, pollMs: 50 };
const smtpUrl = (port: number) => `smtp://127.0.0.1:${port}`;
const statusesOf = (mails: readonly Mail[]) => mails.map(({ status }) => status);

test("a Chinese mail arrives as it was written, both parts, to one address", async () => {
  await using db = await testDatabase("notifications");
  const server = await smtpServer();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(server.port), ...quick });
  const contact = { email: "mira@example.org", language: "zh" } as const;
  await world.say(OrderCreated({ ...order, contact }));
  expect(statusesOf(await world.mails())).toEqual(["Queued"]);
  expect(await world.sent()).toEqual([]);

  const work = world.service.work?.();
  await until(async () => statusesOf(await world.mails())[0] === "Sent");
  await work?.close();
  await server.close();
  const [{ mail, to } = { mail: undefined, to: [] }] = server.taken;
  expect(server.taken).toHaveLength(1);
  expect(to).toEqual(["mira@example.org"]);
  expect(mail?.subject).toBe("订单 W-1042-7K 已收到");
  expect(mail?.from?.text).toBe('"Wares" <hello@shop.example>');
  expect(mail?.text).toContain("收货地址");
  expect(mail?.html).toContain("感谢您的订购");
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@shop\.example>$/);
  expect(await world.sent()).toMatchObject([{ template: "order-confirmation" }]);
});

test("a server that is away is waited for, and nothing is sent twice", async () => {
  await using db = await testDatabase("notifications");
  const gone = await smtpServer();
  await gone.close();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(gone.port), ...quick });
  await world.say(OrderCreated(order));
  const work = world.service.work?.();
  await until(async () => {
    const { rows } = await db.query("select attempts, problem from notifications.mails");
    return rows[0].attempts >= 2 && rows[0].problem !== null;
  });
  expect(statusesOf(await world.mails())).toEqual(["Queued"]);
  const back = await smtpServer(gone.port);
  await until(async () => statusesOf(await world.mails())[0] === "Sent");
  await work?.close();
  await back.close();
  expect(back.taken).toHaveLength(1);
  expect(await world.sent()).toHaveLength(1);
});

test("while orders cannot be asked, their mails wait and lose no try; others go on", async () => {
  await using db = await testDatabase("notifications");
  const server = await smtpServer();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(server.port), ...quick });
  await world.say(
    OrderCreated(order),
    LinkRequested({ email: "nils@example.org", language: "en", purpose: "EmailInUse" }),
  );
  world.orders.areAway = true;
  const work = world.service.work?.();
  await until(async () => world.orders.asked >= 3);
  expect(server.taken).toHaveLength(1);
  world.orders.areAway = false;
  await until(async () => server.taken.length === 2);
  await work?.close();
  await server.close();
  expect(server.taken.map(({ to }) => to)).toEqual([["nils@example.org"], [order.contact.email]]);
  const { rows } = await db.query("select attempts, status, problem from notifications.mails");
  const whole = { attempts: 1, status: "Sent", problem: null };
  expect(rows).toEqual([whole, whole]);
});

test("a mail that cannot be written has its tries, and holds nobody up", async () => {
  await using db = await testDatabase("notifications");
  const server = await smtpServer();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(server.port), retryMs: 1, pollMs: 20 });
  await world.say(
    OrderCreated(order),
    LinkRequested({ email: "nils@example.org", language: "en", purpose: "EmailInUse" }),
  );
  world.orders.ordered.clear();
  await db.query("update notifications.mails set attempts = 10 where order_id is not null");
  const work = world.service.work?.();
  const failed = "select attempts, problem from notifications.mails where status = 'Failed'";
  await until(async () => (await db.query(failed)).rowCount === 1);
  await work?.close();
  await server.close();
  expect((await db.query(failed)).rows).toEqual([{ attempts: 12, problem: "cannot be written" }]);
  expect(server.taken.map(({ to }) => to)).toEqual([["nils@example.org"]]);
});

test("an address the server does not know fails at once, and is not quoted; others go on", async () => {
  await using db = await testDatabase("notifications");
  const server = await smtpServer();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(server.port), ...quick });
  const link = (email: string) => LinkRequested({ email, language: "en", purpose: "EmailInUse" });
  await world.say(link("nobody@example.org"), link("mira@example.org"));
  const work = world.service.work?.();
  await until(async () => !statusesOf(await world.mails()).includes("Queued"));
  await work?.close();
  await server.close();
  const all = await world.mails();
  expect(Object.fromEntries(all.map(({ to, status }) => [to, status]))).toEqual({
    "mira@example.org": "Sent",
    "nobody@example.org": "Failed",
  });
  const { rows } = await db.query(
    "select attempts, problem from notifications.mails where status = 'Failed'",
  );
  expect(rows).toEqual([{ attempts: 1, problem: "550 EENVELOPE" }]);
});

test("tries have an end", async () => {
  await using db = await testDatabase("notifications");
  const gone = await smtpServer();
  await gone.close();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(gone.port), retryMs: 1, pollMs: 20 });
  await world.say(OrderCreated(order));
  await db.query("update notifications.mails set attempts = 10");
  const work = world.service.work?.();
  await until(async () => statusesOf(await world.mails())[0] === "Failed");
  await work?.close();
  const { rows } = await db.query("select attempts from notifications.mails");
  expect(rows).toEqual([{ attempts: 12 }]);
});

test("two workers send a mail once", async () => {
  await using db = await testDatabase("notifications");
  const server = await smtpServer();
  const world = await mailWorld(db, { smtpUrl: smtpUrl(server.port), ...quick });
  const emails = Array.from({ length: 30 }, (_, nth) => `p${nth}@example.org`);
  await world.say(
    ...emails.map((email) => LinkRequested({ email, language: "en", purpose: "EmailInUse" })),
  );
  const workers = [world.service.work?.(), world.service.work?.()];
  await until(async () => !statusesOf(await world.mails()).includes("Queued"));
  for (const worker of workers) await worker?.close();
  await server.close();
  expect(server.taken).toHaveLength(emails.length);
  expect(new Set(server.taken.map(({ to }) => to[0]))).toEqual(new Set(emails));
});
