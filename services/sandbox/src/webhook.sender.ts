import { workLoop, type Keys, type Log } from "@wares/platform";
import { transact, type Database } from "@wares/platform/database";
import { settleWebhooks, takeDueWebhooks } from "./charge.store.ts";

/** Where webhooks go: true when they were taken. */
export type Deliver = (body: string, signature: string) => Promise<boolean>;

const batchMax = 100;
const restMs = 100;

/** Signs as Stripe does: `t=<seconds>,v1=<hmac of "t.body">`. */
export const signWebhook = (keys: Keys, body: string, now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1_000);
  return `t=${seconds},v1=${keys.sign("sandbox-webhook", `${seconds}.${body}`)}`;
};

/** Sends what is due until closed. */
export const sendWebhooks = (
  db: Database,
  deliver: Deliver,
  { keys, now, log }: { keys: Keys; now: () => Date; log: Log },
) => {
  const sendDue = async (): Promise<number> => {
    const due = await transact(db, (tx) => takeDueWebhooks(tx, batchMax));
    if (due.length === 0) return 0;
    const results = await Promise.all(
      due.map(async ({ webhookId, body }) => ({
        webhookId,
        isTaken: await deliver(body, signWebhook(keys, body, now())).catch(() => false),
      })),
    );
    const of = (isTaken: boolean) =>
      results.filter((one) => one.isTaken === isTaken).map(({ webhookId }) => webhookId);
    await transact(db, (tx) => settleWebhooks(tx, { arrived: of(true), failed: of(false) }));
    return due.length;
  };
  return workLoop(async () => (await sendDue()) === batchMax, {
    restMs,
    failed: (error) => log.warn({ err: error }, "the sandbox could not send webhooks"),
  });
};
