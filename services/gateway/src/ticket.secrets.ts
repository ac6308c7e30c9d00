import type { Keys } from "@wares/platform";
import { keyOf, type Asked } from "./ticket.store.ts";

const purpose = "waiting-ticket";

/** Only the shop can make it, for this buyer and this sale alone; it says nothing about anybody. */
export const signTicket = (keys: Keys, asked: Asked): string => keys.sign(purpose, keyOf(asked));

export const isTicketOf = (keys: Keys, ticket: string, asked: Asked): boolean =>
  keys.verify(purpose, keyOf(asked), ticket);
