import Type, { type Static } from "typebox";
import { Address } from "./addresses.ts";
import {
  AddressId,
  closed,
  Currency,
  Cursor,
  Email,
  Instant,
  Language,
  PaymentMethodId,
  UserId,
  ageSorts,
} from "./vocabulary.ts";
import { PaymentMethodType } from "./payments.events.ts";

const name = Type.String({ maxLength: 100 });

export const Profile = Type.Object(
  {
    firstName: name,
    lastName: name,
    phone: Type.Optional(Type.String({ maxLength: 30, pattern: "^[0-9+() .-]*$" })),
    dateOfBirth: Type.Optional(Type.String({ format: "date" })),
    avatarUrl: Type.Optional(Type.String({ maxLength: 500, pattern: "^(https://|/)" })),
    language: Language,
    currency: Currency,
  },
  closed,
);
export type Profile = Static<typeof Profile>;

export const Preferences = Type.Object(
  {
    emailNotifications: Type.Boolean(),
    smsNotifications: Type.Boolean(),
    pushNotifications: Type.Boolean(),
    marketingEmails: Type.Boolean(),
    theme: Type.Enum(["Light", "Dark", "Auto"]),
    timezone: Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9_+/-]+$" }),
  },
  closed,
);
export type Preferences = Static<typeof Preferences>;

export const cardBrands = [
  "Visa",
  "Mastercard",
  "AmericanExpress",
  "Discover",
  "UnionPay",
] as const;

/** A gateway's token stands behind it, never a number. The first of a list is the one used last. */
export const PaymentMethodView = Type.Object({
  id: PaymentMethodId,
  type: PaymentMethodType,
  cardLast4: Type.Optional(Type.String({ pattern: "^[0-9]{4}$" })),
  cardBrand: Type.Optional(Type.Enum([...cardBrands])),
  expiryMonth: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  expiryYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  isDefault: Type.Boolean(),
  createdAt: Instant,
});
export type PaymentMethodView = Static<typeof PaymentMethodView>;

export const User = Type.Object({
  id: UserId,
  email: Email,
  username: Type.String(),
  profile: Profile,
  preferences: Preferences,
  addresses: Type.Array(Address),
  paymentMethods: Type.Array(PaymentMethodView),
  createdAt: Instant,
  updatedAt: Instant,
});
export type User = Static<typeof User>;

/** Somebody has so many addresses at most. */
export const addressesMax = 50;
export const AddressList = Type.Object({
  addresses: Type.Array(Address, { maxItems: addressesMax }),
});
export type AddressList = Static<typeof AddressList>;

export const UserPath = Type.Object({ userId: UserId });
/** Somebody has so many saved methods at most: the one that was used longest ago makes room. */
export const paymentMethodsMax = 10;
export const PaymentMethodPath = Type.Object({ methodId: PaymentMethodId });
export const AddressPath = Type.Object({ addressId: AddressId });

/** The staff's list of customers, newest first. */
export const CustomerQuery = Type.Object(
  {
    query: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Enum([...ageSorts], { default: "Newest" }),
    after: Type.Optional(Cursor),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  closed,
);
export const Customer = Type.Object({
  id: UserId,
  email: Email,
  username: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  language: Language,
  createdAt: Instant,
});
export type Customer = Static<typeof Customer>;
export const CustomerList = Type.Object({
  customers: Type.Array(Customer),
  /** Exact below `countedMax`; at it, so many or more. */
  totalCount: Type.Integer(),
  countedMax: Type.Integer({ minimum: 1 }),
  next: Type.Optional(Cursor),
});
export type CustomerList = Static<typeof CustomerList>;
