import { Done } from "@wares/contracts";
import { redirect } from "react-router";
import { localBack } from "../server/local-back.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/sign-out.ts";

export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const form = await request.formData();
  // Gone here even where the API already forgot the session.
  await attempt(visit.ask({ method: "DELETE", path: "auth/session", schema: Done }));
  visit.signOut();
  return redirect(localBack(form.get("back")), 303);
};
