import { afterAll, beforeAll, expect, test } from "vitest";
import { openShopProcess, type ShopProcess } from "../shop-process.ts";
import { newStaff } from "../browser/staff.ts";
import { visiting } from "../browser/visiting.ts";

// A crowd from one network: the shop asks for a little work, and the page does it without a word from anybody.

let shop: ShopProcess | undefined;
beforeAll(async () => {
  shop = await openShopProcess({ env: { RATE_LIMITS: "on" } });
});
afterAll(() => shop?.close());
const url = () => shop?.url ?? "";
const visit = visiting(url);

const post = async (path: string, token = "") => {
  const answer = await fetch(`${url()}/api/v1/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: "{}",
  });
  return { status: answer.status, body: (await answer.json()) as { guestToken?: string } };
};

test(
  "a puzzle is solved beside the page, and the place is there",
  { timeout: 60_000 },
  async () => {
    const { email = "", password = "" } = shop?.hint ?? {};
    const staff = await newStaff({ url: url(), email, password });
    const saleId = await staff.scheduleSale({
      sku: "HALDEN-DESK-LAMP-OAT",
      name: { en: "Lamps for a crowd", zh: "灯会" },
      quantity: 3,
      limit: 1,
      startsInMs: 600_000,
    });
    const statuses: number[] = [];
    for (let nth = 0; nth < 12; nth++) {
      const { body } = await post("auth/guests");
      statuses.push((await post(`flash-sales/${saleId}/ticket`, body.guestToken)).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(statuses.at(-1)).toBe(403);

    const shopper = await visit();
    const sent: string[] = [];
    shopper.page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.postData() ?? "");
    });
    await shopper.go(`/sale/${saleId}/wait`);
    await shopper.page.getByRole("heading", { name: "The sale has not begun." }).waitFor();
    expect(sent.filter((body) => body.includes("nonce="))).toHaveLength(1);
    await shopper.page.reload();
    await shopper.page.getByRole("heading", { name: "The sale has not begun." }).waitFor();
  },
);
