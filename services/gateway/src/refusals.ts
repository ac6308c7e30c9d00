import type { Refusal } from "@wares/platform";

// Every way the gateway says no by itself. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  foreignOrigin: {
    refusal: "gateway.foreign_origin",
    status: 403,
    message: "A page of another site may not act for you.",
  },
  sessionOver: {
    refusal: "auth.token_refused",
    status: 401,
    message: "This session is over. Please sign in again.",
  },
  tooManyRequests: {
    refusal: "gateway.too_many_requests",
    status: 429,
    message: "Too many requests from your network. Please wait a moment.",
  },
  tooManyTries: {
    refusal: "gateway.too_many_tries",
    status: 429,
    message: "That is more often than one person asks. Please wait a moment.",
  },
  noSuchSale: { refusal: "gateway.no_such_sale", status: 404, message: "There is no such sale." },
  noWaitingRoom: {
    refusal: "gateway.no_waiting_room",
    status: 409,
    message: "This sale has no waiting room: come right in.",
  },
  noTicket: {
    refusal: "gateway.no_ticket",
    status: 404,
    message: "You have no place in this sale's waiting room.",
  },
  ticketOfAnother: {
    refusal: "gateway.ticket_of_another",
    status: 403,
    message: "This ticket is another buyer's, or of another sale.",
  },
  saleOver: { refusal: "gateway.sale_over", status: 409, message: "This sale is over." },
  roomFull: {
    refusal: "gateway.waiting_room_full",
    status: 503,
    message: "The waiting room is full.",
    retryAfterSeconds: 30,
  },
  proofOfWorkNeeded: {
    refusal: "proof-of-work-needed",
    status: 403,
    message: "Many are coming at once. Please solve this first.",
    field: "/proof",
  },
  tooManyWatchers: {
    refusal: "gateway.too_many_watchers",
    status: 503,
    message: "Too many people watch right now. Please ask for your ticket again in a moment.",
    retryAfterSeconds: 5,
  },
  watchedElsewhere: {
    refusal: "gateway.watched_elsewhere",
    status: 429,
    message: "You have this page open too often.",
    retryAfterSeconds: 5,
  },
  notAdmitted: {
    refusal: "gateway.not_admitted",
    status: 403,
    message: "It is not your turn in this sale's waiting room.",
  },
  admissionUsed: {
    refusal: "gateway.admission_used",
    status: 409,
    message: "You have already ordered in this sale.",
  },
} as const satisfies Record<string, Refusal>;
