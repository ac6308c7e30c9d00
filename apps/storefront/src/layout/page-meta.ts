import type { Language } from "@wares/contracts";
import { languageOf } from "./locale.ts";

type Extra = { isPrivate?: boolean; description?: string };

/** What a tab, a search engine and a shared link show. Private pages stay out of engines. */
export const titleOf = (
  { pathname }: { pathname: string },
  titles: Record<Language, string> | string,
  { isPrivate = false, description }: Extra = {},
) => {
  const title = typeof titles === "string" ? titles : titles[languageOf(pathname)];
  return [
    { title: `${title} · Wares` },
    ...(description ? [{ name: "description", content: description.slice(0, 160) }] : []),
    ...(isPrivate ? [{ name: "robots", content: "noindex" }] : []),
  ];
};
