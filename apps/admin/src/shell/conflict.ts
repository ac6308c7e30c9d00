/** What a form holds: one text for each field, by the field's name. */
export type Draft = Readonly<Record<string, string>>;

export type Clash = Readonly<{ key: string; before: string; theirs: string; mine: string }>;
export type Merged = Readonly<{ draft: Draft; clashes: readonly Clash[] }>;

/**
 * Somebody saved while we typed. What only one of us changed is that one's; what both changed, and
 * differently, is asked. Until then the form keeps ours.
 */
export const mergeConflict = (before: Draft, theirs: Draft, mine: Draft): Merged => {
  const clashes: Clash[] = [];
  const draft = { ...theirs };
  for (const key of Object.keys(theirs)) {
    const [was, their, our] = [before[key] ?? "", theirs[key] ?? "", mine[key] ?? ""];
    if (our === was) continue;
    draft[key] = our;
    if (their !== was && their !== our)
      clashes.push({ key, before: was, theirs: their, mine: our });
  }
  return { draft, clashes };
};
