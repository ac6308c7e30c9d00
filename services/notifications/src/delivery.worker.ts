import { workLoop, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { createTransport } from "nodemailer";
import type { MailWriter, ReadyMail } from "./mail.queries.ts";
import { claimMails, markSent, putBack, setBack, type StoredMail } from "./mail.store.ts";
import { sentEvent } from "./post.commands.ts";

// At least once: who dies between sending and writing that down sends again after the lease, under the
// same Message-ID, by which mailboxes know a copy.

const mailsMax = 20;
const attemptsMax = 12;
const waitMsMax = 2 * 60 * 60 * 1_000;

export type DeliveryOptions = Readonly<{
  smtpUrl: string;
  from: string;
  /** The wait after the first failure; it doubles, up to two hours. */
  retryMs?: number;
  pollMs?: number;
}>;

type Problem = Readonly<{ text: string; isFinal: boolean }>;
const unwritable: Problem = { text: "cannot be written", isFinal: false };

/**
 * Final is what a server says of this address or this message. A refused login or a server that is away
 * is our trouble, and may be different next time.
 */
const problemOf = (error: unknown): Problem => {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const number = typeof responseCode === "number" ? responseCode : undefined;
  const name = typeof code === "string" ? code : "unknown";
  return {
    text: [number, name].filter((one) => one !== undefined).join(" "),
    isFinal: (number ?? 0) >= 500 && ["EENVELOPE", "EMESSAGE"].includes(name),
  };
};

const mailServer = ({ smtpUrl, from }: Pick<DeliveryOptions, "smtpUrl" | "from">) => {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    /** Answers what was wrong, if anything was. */
    take: async ({ id, to, ...content }: ReadyMail): Promise<Problem | undefined> => {
      const { subject, html, text } = content;
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          // Exactly this address, whatever a header would make of it.
          envelope: { from: addressIn(from), to: [to] },
          messageId: `<${id}@${addressIn(from).split("@")[1] ?? "wares"}>`,
          headers: { "Auto-Submitted": "auto-generated" },
          subject,
          html,
          text,
        });
        return undefined;
      } catch (error) {
        return problemOf(error);
      }
    },
    close: () => transport.close(),
  };
};

export const runDelivery = (
  { db, log }: Pick<Tools, "db" | "log">,
  write: MailWriter,
  { smtpUrl, from, retryMs = 15_000, pollMs = 1_000 }: DeliveryOptions,
): { close: () => Promise<void> } => {
  const server = mailServer({ smtpUrl, from });

  const goneWrong = (
    { id, attempts }: Pick<StoredMail, "id" | "attempts">,
    { text: problem, isFinal }: Problem,
  ): Promise<void> => {
    const isLast = isFinal || attempts >= attemptsMax;
    const waitMs = isLast ? undefined : Math.min(retryMs * 2 ** (attempts - 1), waitMsMax);
    log.warn({ notificationId: id, problem, attempts }, "a mail was not sent");
    return transact(db, (tx) => setBack(tx, id, { problem, waitMs }));
  };

  /** What can be written now, of all that was taken. */
  const writeOut = async (claimed: readonly StoredMail[]) => {
    try {
      return { tried: claimed, ready: await write(claimed) };
    } catch (error) {
      log.warn({ err: error }, "orders cannot be asked; their mails wait");
      const { theirs = [], own = [] } = Object.groupBy(claimed, ({ orderId }) =>
        orderId ? "theirs" : "own",
      );
      const ids = theirs.map(({ id }) => id);
      await transact(db, (tx) => putBack(tx, ids, retryMs));
      return { tried: own, ready: await write(own) };
    }
  };

  const send = async (mail: ReadyMail): Promise<void> => {
    const problem = await server.take(mail);
    if (problem) return goneWrong(mail, problem);
    await transact(db, async (tx) => {
      if (await markSent(tx, mail.id)) await publish(tx, [sentEvent(mail)]);
    });
  };

  const deliver = async (): Promise<boolean> => {
    const claimed = await transact(db, (tx) => claimMails(tx, mailsMax));
    const { tried, ready } = await writeOut(claimed);
    const whole = new Map(ready.map((mail) => [mail.id, mail]));
    await Promise.all(
      tried.map((mail) => {
        const found = whole.get(mail.id);
        const trying = found ? send(found) : goneWrong(mail, unwritable);
        return trying.catch((error: unknown) =>
          log.warn({ err: error, notificationId: mail.id }, "a mail could not be ticked off"),
        );
      }),
    );
    return tried.length === mailsMax;
  };

  const loop = workLoop(deliver, {
    restMs: pollMs,
    failed: (error) => log.warn({ err: error }, "the mails to send could not be read"),
  });
  return {
    close: async () => {
      await loop.close();
      server.close();
    },
  };
};

/** `Wares <hello@wares.example>` or the bare address. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
