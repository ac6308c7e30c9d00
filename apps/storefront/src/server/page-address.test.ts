import { expect, test } from "vitest";
import { pageAddress } from "./page-address.ts";

test.each([
  ["/orders/1.data?key=k&_routes=orders", "/orders/1?key=k"],
  ["/zh.data", "/zh"],
  ["/_.data", "/"],
  ["/zh/_.data?q=%E6%9D%AF", "/zh/?q=%E6%9D%AF"],
  ["/p/skerry-mug?sku=A", "/p/skerry-mug?sku=A"],
])("%s is the page %s", (asked, page) => {
  const { pathname, search } = pageAddress(new Request(`http://localhost${asked}`));
  expect(pathname + search).toBe(page);
});
