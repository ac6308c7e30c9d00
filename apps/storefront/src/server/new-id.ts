import { randomBytes } from "node:crypto";

/** UUID version 7: the time in front, so that what is stored by it lies in order. */
export const newId = (now: Date): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [8, 4, 4, 4, 12]
    .map((length, place) => hex.slice(starts[place] ?? 0, (starts[place] ?? 0) + length))
    .join("-");
};
const starts = [0, 8, 12, 16, 20];
