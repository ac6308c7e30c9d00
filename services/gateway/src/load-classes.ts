// What is under way at a time, by kind, so that no kind can take everything. An order of 2,000 a second
// that has 500 before it waits a quarter of a second; what comes on top is told so at once.

export type LoadClass = Readonly<{
  name: string;
  /** Under way or waiting, together. */
  inFlightMax: number;
  /** From this delay of the event loop on, less and less is let in: so much less as it is later. */
  delayMsMax: number;
}>;

const reserved: LoadClass = { name: "reserved", inFlightMax: 500, delayMsMax: Infinity };
const live: LoadClass = { name: "live", inFlightMax: 15_000, delayMsMax: 1_000 };
const orders: LoadClass = { name: "orders", inFlightMax: 500, delayMsMax: 100 };
const quotes: LoadClass = { name: "quotes", inFlightMax: 500, delayMsMax: 150 };
// Their stock is held and their buyers have decided: these come before new orders.
const payments: LoadClass = { name: "payments", inFlightMax: 500, delayMsMax: 300 };
const account: LoadClass = { name: "account", inFlightMax: 200, delayMsMax: 300 };
const writes: LoadClass = { name: "writes", inFlightMax: 1_000, delayMsMax: 300 };
// 8 to 22 ms of processor each: the last of 64 is drawn within a second.
const pages: LoadClass = { name: "pages", inFlightMax: 64, delayMsMax: 400 };
const browsing: LoadClass = { name: "browsing", inFlightMax: 1_000, delayMsMax: 800 };

export type Asked = Readonly<{
  method: string;
  /** The route's pattern, not what was typed: no spelling of an address escapes its class. */
  route: string;
  path: string;
  allow: string;
}>;

const posts: Readonly<Record<string, LoadClass>> = {
  "/api/v1/orders": orders,
  "/api/v1/quotes": quotes,
  "/api/v1/payments": payments,
  "/api/v1/payments/webhooks/sandbox": reserved,
};

// Files of the pages: read and sent, without drawing anything.
const isFile = (path: string): boolean =>
  /^\/(assets|fonts)\/|\.(svg|ico|txt|webmanifest)$/.test(path);

export const classOf = ({ method, route, path, allow }: Asked): LoadClass => {
  if (allow === "staff" || allow === "owner" || route.startsWith("/admin")) return reserved;
  if (route.endsWith("/live")) return live;
  if (route === "/*" || route === "*") return isFile(path) ? browsing : pages;
  if (method === "GET" || method === "HEAD") return browsing;
  if (route.startsWith("/api/v1/auth/")) return account;
  return (method === "POST" ? posts[route] : undefined) ?? writes;
};
