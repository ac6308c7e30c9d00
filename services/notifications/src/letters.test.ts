import { describe, expect, test } from "vitest";
import { confirmEmail, newDevice, welcome } from "./account-letters.ts";
import { escaped } from "./letter-html.ts";
import { written } from "./letter-text.ts";
import { oneLine } from "./letter.ts";
import { order } from "./notifications.examples.ts";
import { priceText } from "./letter-words.ts";
import { orderConfirmation } from "./order-letters.ts";

const shopUrl = "https://shop.example";
const url = `${shopUrl}/orders/1?key=a&b=c`;
const confirmation = (change: object = {}) =>
  written(orderConfirmation({ order: { ...order, ...change }, url, shopUrl }));

describe("an order confirmation", () => {
  test("says the lines, the sums, the address and one button, in both parts", () => {
    const { subject, html, text } = confirmation();
    expect(subject).toBe("Your order W-1042-7K");
    for (const part of [html, text])
      for (const said of ["Teapot, 0.9 l", "2 × €39.98", "€39.98", "12 Harbour Street", "Ireland"])
        expect(part).toContain(said);
    expect(html).toContain("https://shop.example/pictures/mug-and-teapot-front-celadon-240.webp");
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).toContain("/orders/1?key=a&amp;b=c");
    expect(text).toContain(url);
  });

  test("is Chinese for who reads Chinese", () => {
    const contact = { email: "mira@example.org", language: "zh" as const };
    const { subject, html, text } = confirmation({ contact });
    expect(subject).toBe("订单 W-1042-7K 已收到");
    expect(html).toContain('lang="zh-Hans"');
    for (const part of [html, text]) expect(part).toMatch(/合计[\s\S]*收货地址[\s\S]*爱尔兰/);
  });

  test("shows hostile names as the text they are", () => {
    const [item] = order.items;
    const name = `<script>alert("1")</script>\r\nBcc: all@example.org`;
    const imageUrl = `javascript:alert(1)`;
    const attributes = { "<b>": "</td><img src=x onerror=alert(1)>" };
    const items = [{ ...item!, name, imageUrl, attributes }];
    const address = { ...order.shippingAddress, firstName: "<svg onload=alert(1)>" };
    const { html, text } = confirmation({ items, shippingAddress: address });
    expect(html).not.toMatch(/<script|<svg|<b>|<img src=x|javascript:/);
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(text).not.toMatch(/^Bcc:/m);
  });
});

test("amounts are written in their currency's own digits", () => {
  expect(priceText({ amount: 1999, currency: "EUR" }, "en")).toBe("€19.99");
  expect(priceText({ amount: 1999, currency: "JPY" }, "en")).toBe("¥1,999");
  expect(priceText({ amount: 1999, currency: "CNY" }, "zh")).toBe("¥19.99");
});

test.for([
  ["a\r\nBcc: all@example.org", "a Bcc: all@example.org"],
  ["a\u0000\u0007b", "a b"],
  ["one\u2028two", "one two"],
  ["evil\u202egpj.exe", "evil gpj.exe"],
  ["x".repeat(500), "x".repeat(200)],
] as const)("a subject is one line: %j", ([text, line]) => expect(oneLine(text)).toBe(line));

test("half a character never leaves, nor does a link that is none", () => {
  expect(escaped("a\ud83d").isWellFormed()).toBe(true);
  const { html } = written(confirmEmail("en", "javascript:alert(1)"));
  expect(html).toContain('href="#"');
});

test("a name is greeted, a missing one is not", () => {
  const person = { language: "en" as const };
  expect(written(welcome({ ...person, firstName: "<i>Mira</i>" }, shopUrl)).html).toContain(
    "Hello &lt;i&gt;Mira&lt;/i&gt;,",
  );
  expect(written(welcome(person, shopUrl)).text).toContain("Hello,");
  expect(written(newDevice({ language: "zh" }, "Safari on iPhone", shopUrl)).text).toContain(
    "Safari on iPhone",
  );
});
