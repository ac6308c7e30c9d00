import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, test } from "vitest";
import { changeCart, loadCart } from "../cart/cart.server.ts";
import CartPage from "../cart/cart.page.tsx";
import ProductPage from "../catalogue/product.page.tsx";
import { loadProduct } from "../catalogue/product.server.ts";
import { loadCheckout } from "../checkout/checkout.server.ts";
import HomePage from "../home/home.page.tsx";
import { loadHome } from "../home/home.server.ts";
import { sampleSale } from "../sample/sample-flash.ts";
import { requestOf, sampleVisit } from "../sample/sample-visit.ts";
import { countdownOf, milestoneAt } from "./counting.ts";
import { joinRoom, loadWait } from "./wait.server.ts";
import WaitPage from "./wait.page.tsx";

type Visited = ReturnType<typeof sampleVisit>;
type Sale = ReturnType<typeof sampleSale>;

const withSale = (change: Partial<Sale> = {}, available?: number): Visited => {
  const visited = sampleVisit();
  visited.shop.flash.state.sales = [sampleSale(change, available)];
  return visited;
};
const early = { status: "Scheduled", now: "2026-11-25T08:00:00Z" } as const;
const { id } = sampleSale();

const show = (page: unknown, at: string, data: unknown) => {
  // A page asks for the full props of its route; the stub supplies the part that matters.
  const Page = createRoutesStub([{ id: "page", path: "*", Component: page as never }]);
  const hydrationData = { loaderData: { page: data } };
  return renderToStaticMarkup(
    <Page initialEntries={[at]} hydrationData={hydrationData as never} />,
  );
};
const mug = "/p/skerry-mug?sku=WR-SKERRY-MUG-MOSS-350";
const mugPage = async ({ visit }: Visited, prefix = "") =>
  show(ProductPage, prefix + mug, await loadProduct("skerry-mug", requestOf(prefix + mug), visit));

describe("a product in a sale", () => {
  test("before it says when and for how much, and is sold as ever", async () => {
    const html = await mugPage(withSale(early));
    expect(html).toMatch(/Starts in.*03:00:00/s);
    expect(html).toMatch(/Price then:.*\$14/s);
    expect(html).toContain("Add to cart");
  });

  test("while it runs it costs the sale's price, and says until when, how many, how many each", async () => {
    const html = await mugPage(withSale());
    expect(html).toMatch(/Ends in.*00:30:00/s);
    expect(html).toMatch(/<s>\$28<\/s>.*\$14/s);
    expect(html).toContain("12 of 20 left");
    expect(html).toContain("At most 2 per customer");
  });

  test("where one waits, the way to buy leads to the room; who was let in buys", async () => {
    const visited = withSale({ hasWaitingRoom: true });
    expect(await mugPage(visited, "/zh")).toContain(`href="/zh/sale/${id}/wait"`);
    visited.shop.flash.state.ticket = {
      ticket: "sample-ticket-of-nobody",
      state: "Admitted",
      admittedUntil: "2026-11-25T11:35:00Z",
    };
    await visited.visit.needGuest();
    const html = await mugPage(visited);
    expect(html).toMatch(/Time left:.*05:00/s);
    expect(html).toContain("Add to cart");
  });

  test("sold out is sold out, though others lie on the shelf", async () => {
    const html = await mugPage(withSale({ hasWaitingRoom: true }, 0));
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Sold out/);
    expect(html).not.toContain("/wait");
  });
});

test("home has a band for an open sale, and nothing where there is none", async () => {
  const home = async ({ visit }: Visited) =>
    show(HomePage, "/", await loadHome(requestOf("/"), visit));
  expect(await home(withSale())).toContain("Mugs for an hour");
  expect(await home(sampleVisit())).not.toContain("flash-band");
});

describe("a cart in a sale", () => {
  const add = (visit: Visited["visit"], quantity: string) => {
    const sku = "WR-SKERRY-MUG-MOSS-350";
    return changeCart(requestOf("/cart", { intent: "add", sku, quantity }), visit);
  };

  test("costs what the sale costs, and keeps to what one may have", async () => {
    const { visit } = withSale();
    await add(visit, "2");
    const { cart } = await loadCart(requestOf("/cart"), visit);
    expect(cart.subtotal).toEqual({ amount: 2_800, currency: "USD" });
    await add(visit, "1");
    const data = await loadCart(requestOf("/cart"), visit);
    const html = show(CartPage, "/cart", data);
    expect(html).toContain("At most 2 per customer in this flash sale.");
    expect(html).not.toContain('href="/checkout"');
    await expect(loadCheckout(requestOf("/checkout"), visit)).rejects.toMatchObject({
      status: 303,
    });
  });

  test("leads to the room first, and is told why it came back from checkout", async () => {
    const { visit } = withSale({ hasWaitingRoom: true });
    await add(visit, "1");
    const data = await loadCart(requestOf("/cart?sale=room"), visit);
    const html = show(CartPage, "/cart?sale=room", data);
    expect(html).toContain(`href="/sale/${id}/wait"`);
    expect(html).toContain("It is not your turn yet.");
  });
});

describe("the waiting room", () => {
  const room = (form?: Record<string, string>) => requestOf(`/sale/${id}/wait`, form);

  test("takes nobody in for looking, and a place by its form", async () => {
    const { visit, shop } = withSale({ ...early, hasWaitingRoom: true });
    const before = await loadWait(id, room(), visit);
    expect([before.ticket, shop.flash.state.proofs]).toEqual([undefined, []]);
    await expect(joinRoom(id, room({}), visit)).rejects.toMatchObject({ status: 303 });
    const after = await loadWait(id, room(), visit);
    expect(show(WaitPage, `/sale/${id}/wait`, after)).toContain("The sale has not begun.");
  });

  test.each([
    ["gateway.sale_over", 409, "over"],
    ["gateway.no_waiting_room", 409, "noRoom"],
    ["gateway.too_many_requests", 429, "crowded"],
    ["gateway.waiting_room_full", 503, "full"],
  ])("%s is said kindly", async (type, status, trouble) => {
    const { visit, shop } = withSale({ hasWaitingRoom: true });
    shop.flash.state.refuse = { type, status };
    expect(await joinRoom(id, room({}), visit)).toEqual({ trouble });
  });

  test("hands the puzzle on, and its solution back", async () => {
    const { visit, shop } = withSale({ hasWaitingRoom: true });
    const proof = { challenge: "a-challenge", zeroBits: 8, expiresAt: "2026-11-25T12:00:00Z" };
    shop.flash.state.refuse = { type: "proof-of-work-needed", status: 403, detail: { proof } };
    expect(await joinRoom(id, room({}), visit)).toEqual({ proof });
    delete shop.flash.state.refuse;
    const solved = room({ challenge: "a-challenge", nonce: "7x" });
    await expect(joinRoom(id, solved, visit)).rejects.toMatchObject({ status: 303 });
    const sent = { proof: { challenge: "a-challenge", nonce: "7x" } };
    expect(shop.flash.state.proofs.at(-1)).toEqual(sent);
  });
});

test("a countdown says days, then seconds; milestones are told once", () => {
  expect(countdownOf(49 * 3_600_000)).toEqual({ days: 2, hours: 1 });
  expect(countdownOf(3_661_000)).toMatchObject({ clock: "01:01:01" });
  expect(countdownOf(-5)).toMatchObject({ clock: "00:00:00" });
  expect([7_200_000, 3_000_000, 599_000, 9_000, 0].map(milestoneAt)).toEqual([
    undefined,
    3_600_000,
    600_000,
    10_000,
    undefined,
  ]);
});
