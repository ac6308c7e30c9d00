import { workLoop, type Keys, type Log } from "@wares/platform";
import { transact, type Database } from "@wares/platform/database";
import { postponeWebhooks, removeWebhooks, takeDueWebhooks } from "./charge.store.ts";

/** Where webhooks go: true when they were taken. */
export type Deliver = (body: string, signature: string) => Promise<boolean>;
type Sealed = Readonly<{ webhookId: string; body: string }>;

const batchMax = 100;
const restMs = 100;
// As over a network: after the answer to the request that it tells of, which says the same.
const onTheWayMs = 300;
// For those that are late on purpose, and those that a sender left behind which died.
const lookAgainMs = 500;
const waitingMax = 5_000;

/** Signs as Stripe does: `t=<seconds>,v1=<hmac of "t.body">`. */
export const signWebhook = (keys: Keys, body: string, now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1_000);
  return `t=${seconds},v1=${keys.sign("sandbox-webhook", `${seconds}.${body}`)}`;
};

type World = Readonly<{ keys: Keys; now: () => Date; log: Log }>;

export const webhookSender = (db: Database, deliver: Deliver, { keys, now, log }: World) => {
  const waiting: (Sealed & Readonly<{ sinceMs: number }>)[] = [];
  const takeArriving = (): readonly Sealed[] => {
    const before = performance.now() - onTheWayMs;
    const count = waiting.findIndex(({ sinceMs }) => sinceMs > before);
    return waiting.splice(0, Math.min(batchMax, count === -1 ? waiting.length : count));
  };

  const sendAll = async (webhooks: readonly Sealed[]): Promise<void> => {
    if (webhooks.length === 0) return;
    const results = await Promise.all(
      webhooks.map(async ({ webhookId, body }) => ({
        webhookId,
        isTaken: await deliver(body, signWebhook(keys, body, now())).catch(() => false),
      })),
    );
    const of = (isTaken: boolean) =>
      results.filter((one) => one.isTaken === isTaken).map(({ webhookId }) => webhookId);
    const failed = of(false);
    await transact(db, async (tx) => {
      await removeWebhooks(tx, of(true));
      if (failed.length > 0) await postponeWebhooks(tx, failed);
    });
  };

  let lookAgainAt = 0;
  const round = async (): Promise<boolean> => {
    const arriving = takeArriving();
    await sendAll(arriving);
    if (performance.now() < lookAgainAt) return arriving.length === batchMax;
    const due = await transact(db, (tx) => takeDueWebhooks(tx, batchMax));
    if (due.length < batchMax) lookAgainAt = performance.now() + lookAgainMs;
    await sendAll(due);
    return due.length === batchMax;
  };

  return {
    /** Kept already, on a lease: what does not fit here is sent when that is over. */
    send: (webhooks: readonly Sealed[]): void => {
      const sinceMs = performance.now();
      for (const webhook of webhooks.slice(0, waitingMax - waiting.length))
        waiting.push({ ...webhook, sinceMs });
    },
    /** Sends until closed. */
    work: () =>
      workLoop(round, {
        restMs,
        failed: (error) => log.warn({ err: error }, "the sandbox could not send webhooks"),
      }),
  };
};
