// A puzzle that costs a visitor moments and the shop one hash: a nonce for which SHA-256 of
// `<challenge>.<nonce>` begins with so many zero bits. It imports nothing, so that a page, the bench
// and the server share it. Synchronous on purpose: Web Crypto answers by promise, which costs more
// than a hash this short (Node 24 on one core here: 0.35 million hashes a second, the same by
// `crypto.subtle` 0.07 million).

type Puzzle = Readonly<{ challenge: string; zeroBits: number }>;

export const isSolved = ({ challenge, zeroBits }: Puzzle, nonce: string): boolean => {
  const words = digest(`${challenge}.${nonce}`);
  return zeroBitsOf(words) >= zeroBits;
};

/** One slice of the search, for whoever has other things to do in between. */
export const searchNonce = (
  puzzle: Puzzle,
  { from, tries }: Readonly<{ from: number; tries: number }>,
): string | undefined => {
  for (let next = from; next < from + tries; next++) {
    const nonce = next.toString(36);
    if (isSolved(puzzle, nonce)) return nonce;
  }
  return undefined;
};

const sliceTries = 5_000;
// Past so many times the expected work a search has e^-40 of a chance to be still going.
const patience = 40;

/** Searches in slices of some ten milliseconds, so that a page stays alive. */
export const solve = async (puzzle: Puzzle): Promise<string> => {
  const triesMax = patience * 2 ** puzzle.zeroBits;
  for (let from = 0; from < triesMax; from += sliceTries) {
    const nonce = searchNonce(puzzle, { from, tries: sliceTries });
    if (nonce !== undefined) return nonce;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  throw new Error("No nonce was found: the puzzle is not one of ours.");
};

const zeroBitsOf = (words: Uint32Array): number => {
  let bits = 0;
  for (const word of words) {
    if (word !== 0) return bits + Math.clz32(word);
    bits += 32;
  }
  return bits;
};

// SHA-256 (FIPS 180-4). Its constants are the first bits of the roots of primes.
const primes = Array.from({ length: 310 }, (_, nth) => nth + 2).filter((candidate) => {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++)
    if (candidate % divisor === 0) return false;
  return true;
});
const fractionBits = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) >>> 0;
const rounds = Uint32Array.from(primes.slice(0, 64), (prime) => fractionBits(Math.cbrt(prime)));
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

const encoder = new TextEncoder();
const schedule = new Uint32Array(64);

/** The eight words of the digest. */
export const digest = (text: string): Uint32Array => {
  const bytes = encoder.encode(text);
  const blocks = ((bytes.length + 8) >> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const state = start.slice();
  for (let block = 0; block < blocks; block++) mix(state, view, block * 64);
  return state;
};

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
/** Inside its bounds an array always has a number; the compiler cannot see it. */
const at = (words: Uint32Array, nth: number): number => words[nth] as number;

const mix = (state: Uint32Array, view: DataView, offset: number): void => {
  for (let nth = 0; nth < 16; nth++) schedule[nth] = view.getUint32(offset + nth * 4);
  for (let nth = 16; nth < 64; nth++) {
    const early = at(schedule, nth - 15);
    const late = at(schedule, nth - 2);
    const first = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const second = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[nth] = at(schedule, nth - 16) + first + at(schedule, nth - 7) + second;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let nth = 0; nth < 64; nth++) {
    const choice = (e & f) ^ (~e & g);
    const one =
      (h +
        (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
        choice +
        at(rounds, nth) +
        at(schedule, nth)) |
      0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, nth) => (state[nth] = at(state, nth) + word));
};
type Eight = [number, number, number, number, number, number, number, number];
