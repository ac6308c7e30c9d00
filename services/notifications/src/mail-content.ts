import type { Keys } from "@wares/platform";
import type { Letter, Written } from "./letter.ts";
import type { OrderNews } from "./order-news.ts";

// What is kept of a mail, sealed under its id: a letter with its address, or what happened to an order,
// to be written when somebody sends or reads it.

type Own = Readonly<{ to: string; letter: Letter }>;
export type Finished = Written & Readonly<{ to: string }>;
/** Finished ones are from before. */
export type Kept = Own | Finished | Readonly<{ news?: unknown }>;

const sealed = (keys: Keys, id: string, kept: Kept) =>
  keys.seal("notifications.mail", id, JSON.stringify(kept));
export const sealOwn = (keys: Keys, id: string, own: Own): string => sealed(keys, id, own);
export const sealNews = (keys: Keys, id: string, news: OrderNews): string =>
  sealed(keys, id, { news });

export const openKept = (keys: Keys, id: string, contentSealed: string | undefined): Kept =>
  contentSealed === undefined
    ? {}
    : (JSON.parse(keys.open("notifications.mail", id, contentSealed) ?? "{}") as Kept);
