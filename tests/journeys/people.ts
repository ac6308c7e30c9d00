import { randomBytes } from "node:crypto";
import type { Language, Mail, Session } from "@wares/contracts";
import { vi } from "vitest";
import type { Call } from "./openapi-client.ts";

export const patient = { timeout: 30_000, interval: 50 };
export const somebody = () => `shopper-${randomBytes(6).toString("hex")}@example.org`;

/** Who comes: without an account, or with one; and the mail they get. */
export const people = (call: Call) => {
  const guest = async () => (await call<{ guestToken: string }>("becomeGuest")).body.guestToken;
  const mails = async (to: string): Promise<readonly Mail[]> =>
    (await call<{ mails: Mail[] }>("listMails", { query: { to } })).body.mails;
  /** The token of the link in the newest mail that has one such. */
  const linkIn = async (to: string, page: string): Promise<string> => {
    const look = async () => {
      for (const { id } of await mails(to)) {
        const { body } = await call<{ text: string }>("readMail", {
          params: { notificationId: id },
        });
        const token = new RegExp(`/${page}/([\\w.%-]+)`).exec(body.text)?.[1];
        if (token) return token;
      }
      throw new Error(`No mail to ${to} has a link to ${page}`);
    };
    return vi.waitFor(look, patient);
  };
  const signIn = async (email: string, password: string) =>
    (await call<Session>("signIn", { body: { email, password } })).body;
  /** A person with an account, from registration to the link in the mail. */
  const customer = async (language: Language = "en") => {
    const email = somebody();
    const password = `${randomBytes(9).toString("hex")} harbour`;
    await call("register", {
      body: {
        email,
        username: `u${randomBytes(6).toString("hex")}`,
        password,
        firstName: "Mira",
        language,
        currency: "EUR",
      },
    });
    const token = decodeURIComponent(await linkIn(email, "confirm"));
    const { body } = await call<Session>("confirmEmail", { params: { token } });
    const { accessToken, refreshToken, account } = body;
    return { email, password, token: accessToken, refreshToken, userId: account.userId };
  };
  return { guest, mails, linkIn, signIn, customer };
};
