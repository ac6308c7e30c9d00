// How much one network may ask. What helps to guess, to spam or to fill us up is narrow; the rest is wide
// enough for an office behind one address, and only keeps a runaway script from taking everything.

export type Limit = Readonly<{ name: string; max: number; windowSeconds: number }>;

const signIn: Limit = { name: "sign-in", max: 30, windowSeconds: 60 };
const registration: Limit = { name: "registration", max: 20, windowSeconds: 600 };
const links: Limit = { name: "links", max: 20, windowSeconds: 600 };
const guests: Limit = { name: "guests", max: 60, windowSeconds: 60 };
const tickets: Limit = { name: "tickets-network", max: 300, windowSeconds: 60 };
const coupons: Limit = { name: "coupons", max: 30, windowSeconds: 600 };
const writes: Limit = { name: "writes", max: 600, windowSeconds: 60 };
const reads: Limit = { name: "reads", max: 3_000, windowSeconds: 60 };

const narrow: readonly (readonly [method: string, ending: string, limit: Limit])[] = [
  ["POST", "/auth/sessions", signIn],
  ["PUT", "/auth/password", signIn],
  ["POST", "/auth/registrations", registration],
  ["PUT", "/auth/confirmations/:token", links],
  ["POST", "/auth/password-resets", links],
  ["PUT", "/auth/password-resets/:token", links],
  ["POST", "/auth/guests", guests],
  ["POST", "/flash-sales/:flashSaleId/ticket", tickets],
  ["PUT", "/cart/coupon", coupons],
];

/** `url` is the route's pattern, not what was typed: no spelling of an address escapes its limit. */
export const limitOf = (method: string, url: string): Limit => {
  const found = narrow.find(([verb, ending]) => verb === method && url.endsWith(ending));
  if (found) return found[2];
  return method === "GET" || method === "HEAD" ? reads : writes;
};
