import { closed } from "@wares/contracts";
import { fractionDigits, Refused } from "@wares/platform";
import type { Routes } from "@wares/platform/http";
import Type from "typebox";
import type { Act } from "./charge.commands.ts";

const BankPath = Type.Object({ reference: Type.String({ minLength: 1, maxLength: 100 }) });
const Answer = Type.Object({ answer: Type.Enum(["yes", "no"]) }, closed);

const page = (reference: string, amount: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sandbox Bank</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 24rem; margin: 12vh auto; padding: 0 1rem }
  button { font: inherit; min-height: 2.75rem; padding: 0 1.25rem; margin-right: .5rem }
</style></head>
<body><main><h1>Sandbox Bank</h1>
<p>A shop asks for <strong>${amount}</strong>. Is it you?</p>
<form method="post" action="/sandbox-bank/${encodeURIComponent(reference)}">
<button name="answer" value="yes">Yes, pay</button>
<button name="answer" value="no">No, stop it</button>
</form></main></body></html>`;

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
        const { currency } = charge;
        const amount = new Intl.NumberFormat("en", { style: "currency", currency }).format(
          charge.amount / 10 ** fractionDigits(currency),
        );
        return (
          reply
            .type("text/html")
            // Without a referrer the answer would come from nowhere, and be refused as a stranger's.
            .header("referrer-policy", "same-origin")
            .header(
              "content-security-policy",
              "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
            )
            .send(page(reference, amount))
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
