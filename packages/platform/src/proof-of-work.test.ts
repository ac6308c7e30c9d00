import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digest, isSolved, searchNonce, solve } from "./proof-of-work.ts";

const hex = (words: Uint32Array) =>
  [...words].map((word) => word.toString(16).padStart(8, "0")).join("");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("the hash is SHA-256, at every length around its blocks", () => {
  const texts = Array.from({ length: 300 }, (_, length) => "ab1.é".repeat(60).slice(0, length));
  for (const text of texts) expect([text, hex(digest(text))]).toEqual([text, sha256(text)]);
});

test("a nonce that was found is right, and the one before it is not", async () => {
  const puzzle = { challenge: "a challenge", zeroBits: 12 };
  const nonce = await solve(puzzle);
  expect(isSolved(puzzle, nonce)).toBe(true);
  expect(sha256(`a challenge.${nonce}`)).toMatch(/^000/);
  expect(isSolved({ ...puzzle, challenge: "another challenge" }, nonce)).toBe(false);
  const from = Number.parseInt(nonce, 36);
  expect(searchNonce(puzzle, { from: 0, tries: from })).toBeUndefined();
  expect(searchNonce(puzzle, { from, tries: 1 })).toBe(nonce);
});

test("the zero bits are counted one by one", () => {
  const bitsOf = (nonce: string) => {
    const bits = BigInt(`0x${sha256(`bits.${nonce}`)}`)
      .toString(2)
      .padStart(256, "0");
    return bits.indexOf("1");
  };
  for (let nth = 0; nth < 500; nth++) {
    const nonce = nth.toString(36);
    const bits = bitsOf(nonce);
    expect(isSolved({ challenge: "bits", zeroBits: bits }, nonce)).toBe(true);
    expect(isSolved({ challenge: "bits", zeroBits: bits + 1 }, nonce)).toBe(false);
  }
});
