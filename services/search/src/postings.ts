/** Where a word stands: in which slots, and how much it weighs there. */
export type Posting = { slots: Uint32Array; weights: Float32Array; size: number };

// Arrays of numbers, grown by half: two million places take 25 MB, as objects they took ten times that.
const grown = <Numbers extends Uint32Array | Float32Array>(numbers: Numbers): Numbers => {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(
    Math.ceil(numbers.length * 1.5) + 1,
  );
  larger.set(numbers);
  return larger;
};

export const createPostings = () => {
  const byTerm = new Map<string, Posting>();
  return {
    add: (term: string, slot: number, weight: number): void => {
      let posting = byTerm.get(term);
      if (!posting) {
        posting = { slots: new Uint32Array(2), weights: new Float32Array(2), size: 0 };
        byTerm.set(term, posting);
      }
      if (posting.size === posting.slots.length) {
        posting.slots = grown(posting.slots);
        posting.weights = grown(posting.weights);
      }
      posting.slots[posting.size] = slot;
      posting.weights[posting.size] = weight;
      posting.size += 1;
    },
    get: (term: string): Posting | undefined => byTerm.get(term),
    /** In how many products, those included that are gone since the last rebuild. */
    frequency: (term: string): number => byTerm.get(term)?.size ?? 0,
    terms: (): readonly string[] => [...byTerm.keys()],
    size: (): number => byTerm.size,
  };
};
export type Postings = ReturnType<typeof createPostings>;
