import Type, { type Static } from "typebox";
import { AddressId, closed } from "./vocabulary.ts";

// ISO 3166-1 alpha-2, as of 2026.
const countryCodes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";
export const countries = countryCodes.split(" ");
export const Country = Type.Enum(countries);
export type Country = Static<typeof Country>;

const line = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** Where a parcel or an invoice goes. */
export const PostalAddress = Type.Object(
  {
    firstName: line(100),
    lastName: line(100),
    company: Type.Optional(line(200)),
    addressLine1: line(200),
    addressLine2: Type.Optional(line(200)),
    city: line(100),
    state: Type.String({ maxLength: 100 }),
    postalCode: Type.String({ maxLength: 20 }),
    country: Country,
    phone: Type.String({ maxLength: 30, pattern: "^[0-9+() .-]*$" }),
  },
  closed,
);
export type PostalAddress = Static<typeof PostalAddress>;

const use = {
  type: Type.Enum(["Billing", "Shipping", "Both"]),
  isDefault: Type.Boolean(),
};
export const AddressRequest = Type.Object({ ...PostalAddress.properties, ...use }, closed);
export type AddressRequest = Static<typeof AddressRequest>;

export const Address = Type.Object({ id: AddressId, ...PostalAddress.properties, ...use });
export type Address = Static<typeof Address>;
