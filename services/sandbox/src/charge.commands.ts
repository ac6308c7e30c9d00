import { uuidv7 } from "@wares/platform";
import { batched } from "@wares/platform";
import { alongCommit, transact, type Database } from "@wares/platform/database";
import {
  decide,
  type Charge,
  type ChargeAnswer,
  type ChargeRequest,
  type Outcome,
} from "./charge.ts";
import { lockCharges, logMoney, queueWebhooks, saveCharges, type Webhook } from "./charge.store.ts";
import { cardOf } from "./test-card.ts";

const lateMs = 5_000;
const disputeMs = 3_000;

type Decided = Readonly<{ reference: string; outcome: Outcome }>;

/** Decides each request as if it had come alone, after the ones before it; writes them together. */
const runBatch = async (
  db: Database,
  send: Send,
  requests: readonly ChargeRequest[],
): Promise<ChargeAnswer[]> => {
  const { answers, webhooks } = await transact(db, async (tx) => {
    const references = [...new Set(requests.map(({ reference }) => reference))];
    const charges = new Map<string, Charge>(
      (await lockCharges(tx, references)).map((charge) => [charge.reference, charge]),
    );
    const changed = new Set<string>();
    const decided = requests.map((request): Decided => {
      const { reference } = request;
      const outcome = decide(charges.get(reference), request);
      if (outcome.next) {
        charges.set(reference, outcome.next);
        changed.add(reference);
      }
      return { reference, outcome };
    });
    const made = decided.flatMap(webhooksOf);
    const moves = decided.flatMap(({ reference, outcome: { moved } }) =>
      moved ? [{ reference, currency: charges.get(reference)?.currency ?? "", ...moved }] : [],
    );
    await alongCommit(tx, [
      saveCharges(
        tx,
        [...charges.values()].filter(({ reference }) => changed.has(reference)),
      ),
      logMoney(tx, moves),
      queueWebhooks(tx, made),
    ]);
    return { answers: decided.map(({ outcome }) => outcome.answer), webhooks: made };
  });
  send(webhooks.filter(({ dueAfterMs }) => dueAfterMs === 0));
  return answers;
};

const webhooksOf = ({ reference, outcome: { webhook, answer } }: Decided): Webhook[] => {
  if (!webhook || "refused" in answer) return [];
  const card = cardOf(answer.token);
  const { chargeId, status, amount, currency, captured, refunded } = answer;
  const charge = { chargeId, reference, status, amount, currency, captured, refunded };
  const send = (type: string, dueAfterMs: number | null): Webhook => {
    const webhookId = uuidv7();
    return {
      webhookId,
      type,
      reference,
      body: JSON.stringify({ id: webhookId, type, charge }),
      dueAfterMs,
    };
  };
  if (webhook === "charge.disputed") return [send(webhook, disputeMs)];
  if (card?.webhooks === "never") return [send(webhook, null)];
  if (card?.webhooks === "late") return [send(webhook, lateMs)];
  if (card?.webhooks === "twice") {
    const once = send(webhook, 0);
    return [once, { ...once, webhookId: uuidv7() }];
  }
  const isDisputed = card?.isDisputed && webhook === "charge.captured";
  return [send(webhook, 0), ...(isDisputed ? [send("charge.disputed", disputeMs)] : [])];
};

export type Act = (request: ChargeRequest) => Promise<ChargeAnswer>;
/** Hands over what is to be sent at once. */
export type Send = (webhooks: readonly Webhook[]) => void;
export const chargeCommands = (db: Database, send: Send): Act =>
  batched<ChargeRequest, ChargeAnswer>((requests) => runBatch(db, send, requests), {
    batchMax: 250,
    waitingMax: 10_000,
  });
