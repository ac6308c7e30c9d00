// Names and places as their owners write them: in Chinese the family name first, the larger place first.

type Name = { firstName: string; lastName: string };
type Place = {
  addressLine1: string;
  addressLine2?: string | undefined;
  city: string;
  state: string;
  postalCode: string;
};

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

export const fullName = ({ firstName, lastName }: Name): string =>
  isHan(firstName + lastName) ? lastName + firstName : `${firstName} ${lastName}`.trim();

/** The lines of an address between the name and the country. */
export const placeLines = ({ city, state, postalCode, ...street }: Place): string[] => {
  const streets = [street.addressLine1, street.addressLine2 ?? ""];
  // A city that is its own province is written once.
  const han = [...new Set([state, city])].join("");
  const lines = isHan(han)
    ? [`${han} ${postalCode}`, ...streets]
    : [...streets, `${[city, state].filter(Boolean).join(", ")} ${postalCode}`];
  return lines.map((line) => line.trim()).filter(Boolean);
};
