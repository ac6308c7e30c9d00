import { type OpenFlashSale, OpenFlashSaleList, WaitingTicket } from "@wares/contracts";
import type { Locale } from "../layout/locale.ts";
import { attempt, type Visit } from "../server/visit.ts";
import type { Sale } from "./sale-view.ts";

const shown = 12;

/** What is on sale now or within a week. A shop that cannot say so sells at its usual prices' pages all the same. */
export const readSales = async (visit: Visit, locale: Locale): Promise<Sale[]> => {
  try {
    const { sales } = await visit.ask({ path: "flash-sales/open", schema: OpenFlashSaleList });
    return sales.slice(0, shown).map((sale) => viewOf(sale, locale));
  } catch {
    return [];
  }
};

const viewOf = (sale: OpenFlashSale, { language, currency }: Locale): Sale => {
  const { id, name, startsAt, endsAt, limitPerCustomer: limit, hasWaitingRoom, now } = sale;
  const items = sale.items.map(({ sku, productId, salePrices, available, quantity }) => ({
    sku,
    productId,
    price: { amount: salePrices[currency], currency },
    available,
    quantity,
  }));
  const text = (language === "zh" && name.zh) || name.en;
  return { id, name: text, startsAt, endsAt, limit, hasWaitingRoom, items, now };
};

/** One's own place in a sale's waiting room; who has no proof of who they are has none. */
export const ticketOf = async (
  visit: Visit,
  saleId: string,
): Promise<WaitingTicket | undefined> => {
  if (!visit.isSignedIn() && !visit.cookie("wares_guest")) return undefined;
  const path = `flash-sales/${encodeURIComponent(saleId)}/ticket`;
  return (await attempt(visit.ask({ path, schema: WaitingTicket }))).value;
};

/** Until when one may buy in this sale, where one was let in. */
export const admissionOf = async (visit: Visit, saleId: string): Promise<string | undefined> => {
  try {
    const ticket = await ticketOf(visit, saleId);
    return ticket?.state === "Admitted" ? ticket.admittedUntil : undefined;
  } catch {
    return undefined;
  }
};
