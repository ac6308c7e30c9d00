import { workLoop, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { createTransport } from "nodemailer";
import type { MailWriter, ReadyMail } from "./mail.queries.ts";
import { claimMails, markSent, setBack } from "./mail.store.ts";
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

export const runDelivery = (
  { db, log }: Pick<Tools, "db" | "log">,
  write: MailWriter,
  { smtpUrl, from, retryMs = 15_000, pollMs = 1_000 }: DeliveryOptions,
): { close: () => Promise<void> } => {
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

  const send = async (mail: ReadyMail): Promise<void> => {
    const { id, to, subject, html, text } = mail;
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
    } catch (error) {
      const { text: problem, isFinal } = problemOf(error);
      const isLast = isFinal || mail.attempts >= attemptsMax;
      const waitMs = isLast ? undefined : Math.min(retryMs * 2 ** (mail.attempts - 1), waitMsMax);
      log.warn({ notificationId: id, problem, attempts: mail.attempts }, "a mail was not taken");
      await transact(db, (tx) => setBack(tx, id, { problem, waitMs }));
      return;
    }
    await transact(db, async (tx) => {
      if (await markSent(tx, id)) await publish(tx, [sentEvent(mail)]);
    });
  };

  const deliver = async (): Promise<boolean> => {
    const claimed = await transact(db, (tx) => claimMails(tx, mailsMax));
    const ready = await write(db, claimed);
    await Promise.all(
      ready.map((mail) =>
        send(mail).catch((error: unknown) =>
          log.warn({ err: error, notificationId: mail.id }, "a mail could not be ticked off"),
        ),
      ),
    );
    return claimed.length === mailsMax;
  };

  const loop = workLoop(deliver, {
    restMs: pollMs,
    failed: (error) => log.warn({ err: error }, "the mails to send could not be read"),
  });
  return {
    close: async () => {
      await loop.close();
      transport.close();
    },
  };
};

/** `Wares <hello@wares.example>` or the bare address. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
