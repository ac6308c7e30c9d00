// No vowels, so that it spells nothing; nothing that looks like something else.
const letters = "23456789BCDFGHJKMNPQRSTVWXZ";

/** W-7K3M-2Q9T: short enough to be read out, and telling nothing of how many orders there are. */
export const orderNumber = (random: Uint8Array): string => {
  const picked = Array.from(random.slice(0, 8), (byte) => letters[byte % letters.length]);
  return `W-${picked.slice(0, 4).join("")}-${picked.slice(4).join("")}`;
};
