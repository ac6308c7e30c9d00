import { NotificationId, parse } from "@wares/contracts";
import { uuidOf } from "@wares/platform";

// A few dozen templates, ever.
const masks = new Map<string, number>();
const maskOf = (template: string): number => {
  const known = masks.get(template);
  if (known !== undefined) return known;
  const mask = lastOf(uuidOf("mail", template));
  masks.set(template, mask);
  return mask;
};
const lastOf = (id: string): number => Number.parseInt(id.slice(-8), 16);

/**
 * The mail that an event makes under a template: told again, it is the same one. The event's id with its
 * last digits changed by the template, so that it stays in order of time, and tells events apart as well.
 */
export const mailIdOf = (eventId: string, template: string): NotificationId => {
  const last = (lastOf(eventId) ^ maskOf(template)) >>> 0;
  return parse(NotificationId, eventId.slice(0, -8) + last.toString(16).padStart(8, "0"));
};
