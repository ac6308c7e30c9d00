import type {
  FlashSale,
  FlashSaleId,
  FlashSaleStatus,
  OpenFlashSale,
  OrderId,
  Sku,
  WaitingTicket,
} from "@wares/contracts";

/** What the waiting room wants to know of a sale. `unitsLeft`: what can still be promised, of all its SKUs. */
export type RoomSale = Readonly<{
  flashSaleId: FlashSaleId;
  startsAt: string;
  endsAt: string;
  status: FlashSaleStatus;
  hasWaitingRoom: boolean;
  unitsLeft: number;
}>;
/** A sale that runs, or will. */
export type OpenSale = RoomSale & Readonly<{ skus: readonly Sku[] }>;

/** As the contract tells a sale. `available` is told of open ones; of others nothing can be promised. */
export const roomSaleOf = (sale: FlashSale | OpenFlashSale): OpenSale => {
  const { id: flashSaleId, startsAt, endsAt, status, hasWaitingRoom } = sale;
  const left = sale.items.map((item) => ("available" in item ? item.available : 0));
  const unitsLeft = left.reduce((sum, one) => sum + one, 0);
  const skus = sale.items.map(({ sku }) => sku);
  return { flashSaleId, startsAt, endsAt, status, hasWaitingRoom, unitsLeft, skus };
};

/** The room's own counters: all that changes for everybody at once. */
export type Room = Readonly<{
  flashSaleId: FlashSaleId;
  tickets: number;
  isDrawn: boolean;
  /** Seconds since the draw, by the database's clock. */
  openSeconds: number;
  /** Everybody up to this place has been let in; so many, since places have no gaps. */
  through: number;
  isSoldOut: boolean;
  isEnded: boolean;
}>;

export type Ticket = Readonly<{
  place: number;
  /** Let in once; `isAdmissionLive` until the time is over, by the database's clock. */
  admittedUntil?: string;
  isAdmissionLive: boolean;
  usedBy?: OrderId;
}>;

export type TicketView = Omit<WaitingTicket, "ticket">;

/** What a buyer is told, from their ticket and the room's counters alone. */
export const viewOf = (room: Room, ticket: Ticket): TicketView => {
  const { place, admittedUntil, isAdmissionLive, usedBy } = ticket;
  if (usedBy) return { state: "Used" };
  if (isAdmissionLive && !room.isEnded)
    return { state: "Admitted", ...(admittedUntil && { admittedUntil }) };
  if (room.isEnded || room.isSoldOut) return { state: "Over" };
  if (admittedUntil) return { state: "Lapsed" };
  if (!room.isDrawn) return { state: "Early" };
  const position = Math.max(0, place - room.through - 1);
  const estimatedSeconds = estimate(room, position);
  return {
    state: "Waiting",
    position,
    ...(estimatedSeconds !== undefined && { estimatedSeconds }),
  };
};

// Right after the opening many are let in at once, and nobody else until they have bought: a mean over less
// than about the time of one purchase would promise far too much.
const meanSecondsMin = 60;
const estimateMax = 24 * 3_600;

/** By how fast people were let in since the opening. Nothing while nobody was. */
export const estimate = ({ through, openSeconds }: Room, position: number): number | undefined => {
  if (through === 0) return undefined;
  const perSecond = through / Math.max(meanSecondsMin, openSeconds);
  return Math.min(estimateMax, Math.ceil((position + 1) / perSecond));
};

const admittedMin = 10;
const admittedMax = 500;

/** How many may be inside at a time: twice what is left, since not everybody buys, but nobody in vain. */
export const admitAtOnce = (unitsLeft: number): number =>
  unitsLeft <= 0 ? 0 : Math.min(admittedMax, Math.max(admittedMin, 2 * unitsLeft));

/** Whether a ticket as it was read says too little by now: its place was drawn, or its turn came. */
export const mustReadAgain = (
  room: Room,
  { ticket, wasDrawn }: Readonly<{ ticket: Ticket; wasDrawn: boolean }>,
): boolean => {
  if (ticket.usedBy || room.isEnded || !room.isDrawn) return false;
  return !wasDrawn || ticket.place <= room.through;
};

const farAway = 100;
const farAwayMs = 2_000;

/** Told when it says something new. Far back in the queue that is not every half second. */
export const isNews = (before: TicketView, now: TicketView, elapsedMs: number): boolean => {
  if (before.state !== now.state || before.admittedUntil !== now.admittedUntil) return true;
  if (before.position === now.position) return false;
  return (now.position ?? 0) < farAway || elapsedMs >= farAwayMs;
};

type Needed = Readonly<{ hasEnded: boolean; hasWork: boolean }>;

/** Whether the loop must take the room's lock at all. A sale nobody knows any more has ended. */
export const workOf = (room: Room, sale: RoomSale | undefined): Needed => {
  const hasEnded = sale === undefined || sale.status === "Over" || sale.status === "Cancelled";
  if (hasEnded) return { hasEnded, hasWork: !room.isEnded };
  if (sale.status === "Scheduled") return { hasEnded, hasWork: false };
  const isSoldOut = sale.unitsLeft <= 0;
  const isWaitedFor = !isSoldOut && room.through < room.tickets;
  return { hasEnded, hasWork: !room.isDrawn || isSoldOut !== room.isSoldOut || isWaitedFor };
};
