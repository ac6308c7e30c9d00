import { redirect } from "react-router";
import type { Route } from "./+types/consent-choice.ts";
import { localBack } from "../server/local-back.ts";
import { visitContext } from "../server/visit.ts";

const halfYear = 182 * 86_400;

/** Yes makes the visitor known as a guest, so that suggestions have somebody to be for. */
export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const form = await request.formData();
  const choice = form.get("choice");
  if (choice === "yes") {
    await visit.needGuest();
    visit.remember("wares_consent", "yes", halfYear);
  } else if (choice === "no") visit.remember("wares_consent", "no", halfYear);
  else visit.forget("wares_consent");
  return redirect(localBack(form.get("back")), 303);
};
