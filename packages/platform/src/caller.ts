import type { FastifyRequest } from "fastify";

/**
 * The network somebody calls from, for counting. A household's IPv6 line has 2^64 addresses or more,
 * so it counts as one. Behind a proxy this is only right where the server was told to trust it.
 */
export const networkOf = ({ ip }: Pick<FastifyRequest, "ip">): string => {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
};

const cookiesMax = 100;

/**
 * The cookies of a request. A name that comes twice has no value at all: a neighbouring host can set
 * the second, and whose is whose cannot be told.
 */
export const cookiesOf = ({
  headers,
}: Pick<FastifyRequest, "headers">): Readonly<Record<string, string | undefined>> => {
  const cookies: Record<string, string | undefined> = Object.create(null);
  for (const pair of (headers.cookie ?? "").split(";", cookiesMax)) {
    const middle = pair.indexOf("=");
    const name = pair.slice(0, Math.max(0, middle)).trim();
    if (name === "") continue;
    cookies[name] = name in cookies ? undefined : pair.slice(middle + 1).trim();
  }
  return cookies;
};
