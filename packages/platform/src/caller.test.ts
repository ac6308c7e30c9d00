import { expect, test } from "vitest";
import { cookiesOf, networkOf } from "./caller.ts";

test.for([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
] as const)("%s counts as %s", ([ip, network]) => expect(networkOf({ ip })).toBe(network));

test("a cookie that comes twice has no value", () => {
  const of = (cookie: string) => ({ ...cookiesOf({ headers: { cookie } }) });
  expect(of("a=1; b=x=y; =z; c")).toEqual({ a: "1", b: "x=y" });
  expect(of("a=1; a=2")).toEqual({ a: undefined });
  expect(of("a=1; a=2; a=3").a).toBeUndefined();
  expect(of("__proto__=1").a).toBeUndefined();
});
