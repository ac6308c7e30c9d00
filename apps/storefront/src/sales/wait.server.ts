import {
  parse,
  type Problem,
  ProductView,
  ProofOfWork,
  WaitingTicket,
  WaitingTicketRequest,
} from "@wares/contracts";
import { data, redirect } from "react-router";
import { picturesOf } from "../catalogue/variants.ts";
import { localeOf, type Locale } from "../layout/locale.ts";
import { fieldIn } from "../server/form-field.ts";
import { pageAddress } from "../server/page-address.ts";
import { attempt, type Visit } from "../server/visit.ts";
import { leftIn, phaseOf, type Sale } from "./sale-view.ts";
import { readSales, ticketOf } from "./sales.server.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Looks only: a place is taken by a form, so that no robot that follows links stands in the queue. */
export const loadWait = async (saleId: string, request: Request, visit: Visit) => {
  if (!uuid.test(saleId)) throw data(undefined, { status: 404 });
  const locale = localeOf(request, visit);
  const [sales, ticket] = await Promise.all([readSales(visit, locale), ticketOf(visit, saleId)]);
  const sale = sales.find(({ id }) => id === saleId);
  const thing = sale && (await thingOf(visit, locale, sale));
  const isSoldOut = sale !== undefined && phaseOf(sale) === "running" && leftIn(sale) === 0;
  return { saleId, sale, thing, isSoldOut, ticket: ticket && faceOf(ticket) };
};
export type WaitPageOf = Awaited<ReturnType<typeof loadWait>>;

/** What the page shows of a ticket; the signature stays with the shop. */
const faceOf = ({ state, position, estimatedSeconds, admittedUntil }: WaitingTicket) => ({
  state,
  position,
  estimatedSeconds,
  admittedUntil,
});
export type TicketFace = ReturnType<typeof faceOf>;

/** What one waits for: the first thing of the sale, by name and picture. */
const thingOf = async (visit: Visit, locale: Locale, { items }: Sale) => {
  const [item] = items;
  if (!item) return undefined;
  const path = `products/${item.productId}`;
  const asking = visit.ask({ path, query: locale, schema: ProductView });
  const product = await asking.catch(() => undefined);
  if (!product) return undefined;
  const { name, slug, familyKey, variants } = product;
  const variant = variants.find(({ sku }) => sku === item.sku);
  const picture = (variant && picturesOf(product, variant)[0]) ?? product.picture;
  const price = variant?.price ?? product.price;
  const address = `/p/${slug}?sku=${encodeURIComponent(item.sku)}`;
  return { name, picture, familyKey, price, salePrice: item.price, address };
};

export type JoinTrouble = "over" | "full" | "crowded" | "noRoom";
export type Joined = { trouble?: JoinTrouble; proof?: ProofOfWork };

/** Takes a place, or finds one's own; under pressure the shop asks for a little work first. */
export const joinRoom = async (saleId: string, request: Request, visit: Visit): Promise<Joined> => {
  const form = await request.formData();
  const [challenge, nonce] = [fieldIn(form, "challenge"), fieldIn(form, "nonce")];
  const body = challenge && nonce ? { proof: { challenge, nonce } } : {};
  const path = `flash-sales/${encodeURIComponent(saleId)}/ticket`;
  try {
    await visit.needGuest();
    const asking = visit.ask({
      method: "POST",
      path,
      body: parse(WaitingTicketRequest, body),
      schema: WaitingTicket,
    });
    const { problem } = await attempt(asking);
    if (problem) return troubleOf(problem);
  } catch {
    // The room is full, or the shop is away for a moment: both pass.
    return { trouble: "full" };
  }
  throw redirect(pageAddress(request).pathname, 303);
};

const troubles: Record<string, JoinTrouble> = {
  "gateway.sale_over": "over",
  "gateway.no_such_sale": "over",
  "gateway.no_waiting_room": "noRoom",
};

const troubleOf = ({ type, detail }: Problem): Joined => {
  if (type === "proof-of-work-needed" && detail)
    return { proof: parse(ProofOfWork, detail["proof"]) };
  return { trouble: troubles[type] ?? "crowded" };
};
