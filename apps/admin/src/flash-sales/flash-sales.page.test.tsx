import {
  type FlashSale,
  FlashSale as FlashSaleOf,
  FlashSaleFigures,
  FlashSaleList,
  parse,
} from "@wares/contracts";
import { describe, expect, test } from "vitest";
import { show, wordsOf } from "../test-support/show.tsx";
import { FlashSalePage } from "./flash-sale.page.tsx";
import { figuresQuery, flashSaleQuery, flashSalesQuery } from "./flash-sales.queries.ts";
import { FlashSalesPage } from "./flash-sales.page.tsx";

const id = "01970000-0000-7000-8000-0000000000f1";
const saleOf = (status: FlashSale["status"]) =>
  parse(FlashSaleOf, {
    id,
    name: { en: "Mugs for an hour", zh: "一小时马克杯" },
    status,
    startsAt: "2026-11-25T11:00:00Z",
    endsAt: "2026-11-25T12:00:00Z",
    limitPerCustomer: 2,
    hasWaitingRoom: true,
    items: [
      {
        sku: "MUG-OAT",
        productId: "01970000-0000-7000-8000-0000000000a1",
        salePrices: { USD: 1_400, EUR: 1_300, GBP: 1_100, JPY: 2_100, CNY: 9_900 },
        quantity: 20,
      },
    ],
    revision: 3,
    createdAt: "2026-11-24T11:00:00Z",
  });
const figures = parse(FlashSaleFigures, {
  status: "Running",
  requests: 41,
  refused: 6,
  waiting: 1_240,
  admitted: 40,
  sold: 13,
  paid: 9,
  available: 7,
  at: "2026-11-25T11:10:00Z",
});

describe("the list of flash sales", () => {
  const list = (sales: FlashSale[], language: "en" | "zh" = "en") =>
    wordsOf(
      show(<FlashSalesPage />, {
        language,
        known: [
          [flashSalesQuery({}).queryKey, parse(FlashSaleList, { sales })],
          [figuresQuery(id).queryKey, figures],
        ],
      }),
    );

  test("says how each stands, what it sold and what it has", () => {
    expect(list([saleOf("Running")])).toMatch(/Mugs for an hour Running .* 13 20 2 yes/);
    expect(list([saleOf("Running")], "zh")).toMatch(/一小时马克杯 进行中 /);
  });

  test("is empty in words", () => expect(list([])).toContain("No flash sale yet"));
});

describe("a flash sale", () => {
  const page = (status: FlashSale["status"]) =>
    show(<FlashSalePage />, {
      at: `/flash-sales/${id}`,
      path: "/flash-sales/:saleId",
      known: [
        [flashSaleQuery(id).queryKey, saleOf(status)],
        [figuresQuery(id).queryKey, figures],
      ],
    });

  test("that has not begun is a form, and may be called off", () => {
    const html = page("Scheduled");
    expect(html).toContain('value="Mugs for an hour"');
    expect(html).toContain('value="14.00"');
    expect(wordsOf(html)).toContain("Call it off");
  });

  test("that runs is watched", () => {
    const words = wordsOf(page("Running"));
    expect(words).toMatch(/Orders asked for 41 In the queue 1,240 Let in 40 Sold 13 of 20 Paid 9/);
    expect(words).toContain("Held, not yet paid 4");
    expect(words).toContain("Call it off");
  });

  test("that is over keeps its figures, and there is nothing more to do", () => {
    const words = wordsOf(page("Over"));
    expect(words).toContain("Sold 13 of 20");
    expect(words).not.toContain("Call it off");
  });
});
