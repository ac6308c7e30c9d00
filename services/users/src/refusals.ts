import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  notFound: { refusal: "users.not_found", status: 404, message: "There is no such customer." },
  noSuchAddress: {
    refusal: "users.no_such_address",
    status: 404,
    message: "There is no such address in your address book.",
  },
  noSuchPaymentMethod: {
    refusal: "users.no_such_payment_method",
    status: 404,
    message: "There is no such saved payment method.",
  },
  tooManyAddresses: {
    refusal: "users.too_many_addresses",
    status: 409,
    message: "Your address book is full. Remove an address you no longer use.",
  },
  noSuchTimezone: {
    refusal: "users.no_such_timezone",
    status: 422,
    message: "This is no time zone we know.",
    field: "/timezone",
  },
  notBornYet: {
    refusal: "users.not_born_yet",
    status: 422,
    message: "A date of birth lies in the past.",
    field: "/dateOfBirth",
  },
} as const satisfies Record<string, Refusal>;
