import {
  FlashSaleId,
  type OpenFlashSale,
  parse,
  ProductId,
  Sku,
  type WaitingTicket,
} from "@wares/contracts";
import { sampleId } from "./sample-catalogue.ts";
import { sampleProducts } from "./sample-products.ts";
import { Refused } from "./sample-sales.ts";

const mug = sampleProducts.findIndex(({ slug }) => slug === "skerry-mug");

/** A sale of one mug, at half of what it costs, that runs from eleven to noon. */
export const sampleSale = (change: Partial<OpenFlashSale> = {}, available = 12): OpenFlashSale => ({
  id: parse(FlashSaleId, "01970000-0000-7000-8000-0000000000f1"),
  name: { en: "Mugs for an hour", zh: "一小时马克杯" },
  status: "Running",
  startsAt: "2026-11-25T11:00:00Z",
  endsAt: "2026-11-25T12:00:00Z",
  limitPerCustomer: 2,
  hasWaitingRoom: false,
  now: "2026-11-25T11:30:00Z",
  items: [
    {
      sku: parse(Sku, "WR-SKERRY-MUG-MOSS-350"),
      productId: parse(ProductId, sampleId(1, mug)),
      salePrices: { USD: 1_400, EUR: 1_300, GBP: 1_100, JPY: 2_100, CNY: 9_900 },
      quantity: 20,
      available,
    },
  ],
  ...change,
});

/** The open sales, and the one buyer's ticket; what a test refuses is thrown at who wants to join. */
export const sampleFlash = () => {
  const state: {
    sales: OpenFlashSale[];
    ticket?: WaitingTicket;
    refuse?: { status: number; type: string; detail?: Record<string, unknown> };
    proofs: unknown[];
  } = { sales: [], proofs: [] };
  const ticket = () => {
    if (!state.ticket) throw new Refused(404, "gateway.no_ticket", "You have no place.");
    return state.ticket;
  };
  const join = ({ body }: { body: unknown }) => {
    state.proofs.push(body);
    const { refuse } = state;
    if (refuse) throw new Refused(refuse.status, refuse.type, "No.", refuse.detail);
    state.ticket ??= { ticket: "sample-ticket-of-nobody", state: "Early" };
    return state.ticket;
  };
  const routes = {
    "GET flash-sales/open": () => ({ sales: state.sales }),
    "GET flash-sales/:id/ticket": ticket,
    "POST flash-sales/:id/ticket": join,
  };
  return { state, routes };
};
