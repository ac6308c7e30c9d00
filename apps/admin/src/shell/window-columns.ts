import type { Column } from "./data-table.tsx";
import type { useLanguage } from "./language.tsx";
import { moment } from "./say.ts";

// From when and until when something holds.

type Language = ReturnType<typeof useLanguage>["language"];
const about = { tone: "q" } as const;

export const startsColumn = (
  name: string,
  language: Language,
): Column<{ readonly startsAt: string }> => ({
  ...about,
  key: "starts",
  name,
  className: "n k-starts",
  cell: ({ startsAt }) => moment(startsAt, language),
});

/** `never` is said where it has no end. */
export const endsColumn = (
  name: string,
  language: Language,
  never = "",
): Column<{ readonly endsAt?: string }> => ({
  ...about,
  key: "ends",
  name,
  className: "n k-ends",
  cell: ({ endsAt }) => (endsAt === undefined ? never : moment(endsAt, language)),
});
