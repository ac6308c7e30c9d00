// Words a shopper takes for the same thing. Few, and only where both are in every shop's mouth: a
// wrong one shows what nobody asked for. In the singular, as words are looked up.
const groups = [
  ["laptop", "notebook"],
  ["tv", "television"],
  ["fridge", "refrigerator"],
  ["sofa", "couch"],
  ["mug", "cup"],
  ["rug", "carpet"],
  ["smartphone", "phone"],
  ["trainer", "sneaker"],
  ["earphone", "earbud"],
] as const;

const known = new Map<string, readonly string[]>(
  groups.flatMap((group) =>
    group.map((word) => [word, group.filter((other) => other !== word)] as const),
  ),
);

export const synonymsOf = (term: string): readonly string[] => known.get(term) ?? [];
