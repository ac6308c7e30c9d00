import type {
  ChosenShipping,
  Money,
  PaymentMethodView,
  PaymentOptions,
  Quote,
  StockLine,
} from "@wares/contracts";
import type { Static } from "typebox";
import type { NamedCountry } from "../layout/countries.server.ts";
import type { DeliveryWindow } from "../layout/dates.ts";

export const addressFields = [
  "country",
  "firstName",
  "lastName",
  "company",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "postalCode",
  "phone",
] as const;
export type AddressField = (typeof addressFields)[number];
export type AddressValues = Record<AddressField, string>;

export const valueFields = ["email", ...addressFields, "shippingMethodId"] as const;
export type ValueField = (typeof valueFields)[number];
export type Values = Record<ValueField, string>;

export type FieldError = { field: ValueField | "token" | "code"; kind: ErrorKind };
export type ErrorKind = "missing" | "email" | "wrong" | "postalCode" | "phone" | "method" | "token";

export type SoldOutLine = { sku: string; name: string; available: number };
export type Trouble =
  | { kind: "changed"; before: Money; now: Money; isSaleOver: boolean }
  | { kind: "soldOut"; lines: SoldOutLine[] }
  | { kind: "busy"; seconds: number }
  | { kind: "refused"; title: string };

type Shipping = Static<typeof ChosenShipping>;
export type Method = Shipping & { window: DeliveryWindow };

/** All that the page shows, the same from its loader and from its action. */
export type CheckoutView = {
  stage: "details" | "pay";
  /** Made once for one purchase: sent twice, from two tabs or after "back", it is one order. */
  orderId: string;
  paymentId: string;
  lines: StockLine[];
  values: Values;
  methods: Method[];
  quote: Quote;
  options: PaymentOptions;
  saved: PaymentMethodView[];
  errors: FieldError[];
  trouble?: Trouble;
  couponCode?: string;
  isSignedIn: boolean;
  countries: NamedCountry[];
};
