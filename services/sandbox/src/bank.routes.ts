import { closed } from "@wares/contracts";
import { Refused } from "@wares/platform";
import type { Routes } from "@wares/platform/http";
import Type from "typebox";
import { bankPage } from "./bank-page.ts";
import type { Act } from "./charge.commands.ts";

const BankPath = Type.Object({ reference: Type.String({ minLength: 1, maxLength: 100 }) });
const Answer = Type.Object({ answer: Type.Enum(["yes", "no"]) }, closed);

/** The page on which a shopper's bank asks who they are. A form, so it works without scripts. */
export const bankRoutes =
  (act: Act): Routes =>
  async (app) => {
    const anyone = { allow: "anyone" } as const;
    app.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 1_024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    app.get(
      "/:reference",
      { schema: { params: BankPath, hide: true }, config: anyone },
      async ({ params: { reference } }, reply) => {
        const charge = await find(act, reference);
        if (charge.status !== "requires_action") return reply.redirect(charge.returnUrl, 303);
        return (
          reply
            .type("text/html")
            // Without a referrer the answer would come from nowhere, and be refused as a stranger's.
            .header("referrer-policy", "same-origin")
            .header(
              "content-security-policy",
              "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
            )
            .send(bankPage(charge))
        );
      },
    );

    app.post(
      "/:reference",
      { schema: { params: BankPath, body: Answer, hide: true }, config: anyone },
      async ({ params: { reference }, body }, reply) => {
        const { returnUrl } = await find(act, reference);
        await act({ kind: "answer", reference, isYes: body.answer === "yes" });
        return reply.redirect(returnUrl, 303);
      },
    );
  };

const find = async (act: Act, reference: string) => {
  const charge = await act({ kind: "find", reference });
  if ("refused" in charge)
    throw new Refused({ refusal: "sandbox.no_such_charge", status: 404, message: "Nothing here." });
  return charge;
};
