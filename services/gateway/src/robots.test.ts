import { BuyerId, FlashSaleId, parse } from "@wares/contracts";
import { isRefusal, keysFrom, Refused, uuidv7 } from "@wares/platform";
import { solve } from "@wares/platform/proof-of-work";
import { expect, test } from "vitest";
import { challenges } from "./challenge.secrets.ts";
import { doorkeeper } from "./robots.buckets.ts";
import { paced, thresholds, zeroBitsFor } from "./robots.ts";

const keys = keysFrom("a secret for tests, and for nothing else");
const someone = () => ({
  flashSaleId: parse(FlashSaleId, uuidv7()),
  buyerId: parse(BuyerId, uuidv7()),
});
const asked = someone();
const clock = (at = "2026-11-27T10:00:00Z") => {
  let ms = Date.parse(at);
  return { now: () => new Date(ms), pass: (seconds: number) => (ms += seconds * 1_000) };
};
const solved = async (set: ReturnType<typeof challenges>, of = asked, bits = 8) => {
  const posed = set.pose(of, bits);
  return { challenge: posed.challenge, nonce: await solve(posed) };
};

test("a right nonce is accepted, once", async () => {
  const set = challenges(keys, clock().now);
  const proof = await solved(set);
  expect(set.accept(proof, asked)).toBe(true);
  expect(set.accept(proof, asked)).toBe(false);
});

test("a challenge is one buyer's, for one sale, and for two minutes", async () => {
  const { now, pass } = clock();
  const set = challenges(keys, now);
  const proof = await solved(set);
  expect(set.accept(proof, { ...asked, buyerId: someone().buyerId })).toBe(false);
  expect(set.accept(proof, { ...asked, flashSaleId: someone().flashSaleId })).toBe(false);
  pass(119);
  expect(set.accept(proof, asked)).toBe(true);
  const late = await solved(set);
  pass(120);
  expect(set.accept(late, asked)).toBe(false);
});

test("nobody makes their own challenge easier, later or longer", async () => {
  const set = challenges(keys, clock().now);
  const { challenge } = set.pose(asked, 16);
  const [expires = "", , salt, signed] = challenge.split(".");
  const later = (Number.parseInt(expires, 36) + 1).toString(36);
  const forged = [
    `${expires}.1.${salt}.${signed}`,
    `${later}.16.${salt}.${signed}`,
    `${challenge}.more`,
    `${expires}.1.${salt}.`,
    "...",
    "",
  ];
  for (const one of forged) {
    const nonce = await solve({ challenge: one, zeroBits: 1 });
    expect([one, set.accept({ challenge: one, nonce }, asked)]).toEqual([one, false]);
  }
  const other = challenges(keysFrom("another secret, of somebody else's shop"), clock().now);
  expect(set.accept(await solved(other), asked)).toBe(false);
});

test("a wrong nonce is not accepted, and does not spoil the challenge", async () => {
  const set = challenges(keys, clock().now);
  const posed = set.pose(asked, 12);
  const nonce = await solve(posed);
  expect(set.accept({ challenge: posed.challenge, nonce: `${nonce}x` }, asked)).toBe(false);
  expect(set.accept({ challenge: posed.challenge, nonce }, asked)).toBe(true);
});

test("the puzzle grows with the pressure, one bit for each doubling, from fourteen to twenty", () => {
  const bits = (joinsPerSecond: number, ticketsOfNetwork = 0) =>
    zeroBitsFor({ joinsPerSecond, ticketsOfNetwork }, thresholds);
  expect([0, 199, 200, 399, 400, 1_600, 1e9].map((pace) => bits(pace))).toEqual([
    0, 0, 14, 14, 15, 17, 20,
  ]);
  expect([9, 10, 20, 1_000].map((tickets) => bits(0, tickets))).toEqual([0, 14, 15, 20]);
});

test("a pace is counted, and forgotten", () => {
  let pace = { perSecond: 0, atMs: 0 };
  for (let ms = 0; ms < 5_000; ms += 10) pace = paced(pace, ms, 1);
  expect(pace.perSecond).toBeGreaterThan(95);
  expect(pace.perSecond).toBeLessThan(105);
  expect(paced(pace, 10_000, 0).perSecond).toBeLessThan(1);
});

/** Answers the refusal, or nothing. */
const refusalOf = (act: () => void) => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refused && isRefusal(error.refusal)) return error.refusal;
    throw error;
  }
};

test("the eleventh ticket of an address costs a puzzle, other addresses and sales nothing", async () => {
  const set = challenges(keys, clock().now);
  const door = doorkeeper(set, thresholds, () => 0);
  const network = "192.0.2.1";
  const join = (of = { ...asked, buyerId: someone().buyerId }, more = {}) =>
    refusalOf(() => door.letPass({ asked: of, network, ...more }));
  for (let nth = 0; nth < 10; nth++) expect(join()).toBeUndefined();
  const refused = join(asked);
  expect(refused).toMatchObject({
    refusal: "proof-of-work-needed",
    status: 403,
    detail: { proof: { zeroBits: 14 } },
  });
  const { proof } = (refused?.detail ?? {}) as { proof: { challenge: string; zeroBits: number } };
  const solution = { challenge: proof.challenge, nonce: await solve(proof) };
  expect(join({ ...asked, buyerId: someone().buyerId }, { proof: solution })).toBeDefined();
  expect(join(asked, { proof: solution })).toBeUndefined();
  expect(join(asked, { proof: solution })).toBeDefined();
  expect(join(undefined, { network: "192.0.2.2" })).toBeUndefined();
  expect(join(someone())).toBeUndefined();
});

test("a crowd faster than the threshold is asked, and then no more", () => {
  let ms = 0;
  const door = doorkeeper(challenges(keys, clock().now), thresholds, () => ms);
  const join = (nth: number) =>
    refusalOf(() => door.letPass({ asked: someone(), network: `192.0.2.${nth}` }));
  const outcomes = Array.from({ length: 300 }, (_, nth) => join(nth) === undefined);
  expect(outcomes.slice(0, 199).every(Boolean)).toBe(true);
  expect(outcomes.slice(199).some(Boolean)).toBe(false);
  ms += 5_000;
  expect(join(300)).toBeUndefined();
});

test("one buyer asks thirty times a minute", () => {
  let ms = 0;
  const door = doorkeeper(challenges(keys, clock().now), thresholds, () => ms);
  const ask = (buyerId = "one") => refusalOf(() => door.countAsking(buyerId));
  for (let nth = 0; nth < 30; nth++) expect(ask()).toBeUndefined();
  expect(ask()).toMatchObject({ status: 429, retryAfterSeconds: 2 });
  expect(ask("another")).toBeUndefined();
  ms += 2_000;
  expect(ask()).toBeUndefined();
});
