import type { Service, Tools } from "@wares/platform";
import { bankRoutes } from "./bank.routes.ts";
import { chargeCommands } from "./charge.commands.ts";
import type { ChargeAnswer, ChargeRequest } from "./charge.ts";
import { cardOf, testCards } from "./test-card.ts";
import { webhookSender, type Deliver } from "./webhook.sender.ts";

export type { Charge, ChargeAnswer, ChargeRequest } from "./charge.ts";
export { signWebhook } from "./webhook.sender.ts";

const silencedMax = 10_000;
const never = new Promise<never>(() => {});

/** Sandbox: a gateway to try the shop with. */
export const sandboxService = ({ db, keys, now, log }: Tools, deliver: Deliver) => {
  const sender = webhookSender(db, deliver, { keys, now, log });
  const act = chargeCommands(db, sender.send);
  // A reference is met with silence once: whoever asks again is answered.
  const silenced = new Set<string>();
  /** As a client sees it over the network: some answers never arrive. */
  const call = async (request: ChargeRequest): Promise<ChargeAnswer> => {
    const card = request.kind === "authorise" ? cardOf(request.token) : undefined;
    const isSilent = card?.silence !== undefined && !silenced.has(request.reference);
    if (!isSilent) return act(request);
    if (silenced.size >= silencedMax) silenced.clear();
    silenced.add(request.reference);
    if (card.silence === "after") await act(request);
    return never;
  };
  return {
    service: {
      name: "sandbox",
      pages: [{ prefix: "/sandbox-bank", plugin: bankRoutes(act) }],
      work: sender.work,
    } satisfies Service,
    call,
    testCards: testCards.map(({ token, label, brand, last4, declineCode }) => ({
      token,
      label,
      brand,
      last4,
      ...(declineCode && { declineCode }),
    })),
  };
};
