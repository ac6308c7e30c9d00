import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto";

/**
 * Everything derived from the shop's one secret, each use with a key of its own. `sealed` text is
 * AES-256-GCM with a random nonce, bound to its context: moved elsewhere, it does not open.
 */
export type Keys = Readonly<{
  sign: (purpose: string, text: string) => string;
  verify: (purpose: string, text: string, signature: string) => boolean;
  seal: (purpose: string, context: string, text: string) => string;
  open: (purpose: string, context: string, sealed: string) => string | undefined;
}>;

export const keysFrom = (secret: string): Keys => {
  // Made once: a key object made anew for each signature costs more than the signature.
  const known = new Map<string, KeyObject>();
  const key = (purpose: string) => {
    const found = known.get(purpose);
    if (found) return found;
    const made = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "wares", purpose, 32)));
    known.set(purpose, made);
    return made;
  };
  const sign = (purpose: string, text: string) =>
    createHmac("sha256", key(purpose)).update(text).digest("base64url");
  return {
    sign,
    verify: (purpose, text, signature) => {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    seal: (purpose, context, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key(purpose), nonce).setAAD(
        Buffer.from(context),
      );
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open: (purpose, context, sealed) => {
      const bytes = Buffer.from(sealed.replace(/^1\./, ""), "base64url");
      if (!sealed.startsWith("1.") || bytes.length < 28) return undefined;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key(purpose), bytes.subarray(0, 12))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(12, 28));
        return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
      } catch {
        return undefined;
      }
    },
  };
};

const orderPurpose = "order-key";
/** What a guest's link to an order carries: only the shop can make it, for this order alone. */
export const orderKey = (keys: Keys, orderId: string): string => keys.sign(orderPurpose, orderId);
export const isOrderKey = (keys: Keys, orderId: string, key: string): boolean =>
  keys.verify(orderPurpose, orderId, key);
