import Type, { type Static } from "typebox";
import { Cursor, closed, Instant, NotificationId, OrderId } from "./vocabulary.ts";

export const Mail = Type.Object({
  id: NotificationId,
  to: Type.String(),
  template: Type.String(),
  language: Type.String(),
  subject: Type.String(),
  status: Type.Enum(["Queued", "Sent", "Failed", "Withheld"]),
  orderId: Type.Optional(OrderId),
  createdAt: Instant,
});
export type Mail = Static<typeof Mail>;
export const MailQuery = Type.Object(
  {
    to: Type.Optional(Type.String({ maxLength: 254 })),
    orderId: Type.Optional(OrderId),
    after: Type.Optional(Cursor),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  closed,
);
export const MailList = Type.Object({ mails: Type.Array(Mail), next: Type.Optional(Cursor) });
export type MailList = Static<typeof MailList>;
export const MailPath = Type.Object({ notificationId: NotificationId });
export const MailBody = Type.Object({
  ...Mail.properties,
  html: Type.String(),
  text: Type.String(),
});
export type MailBody = Static<typeof MailBody>;
