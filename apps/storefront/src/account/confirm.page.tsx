import { Session } from "@wares/contracts";
import { redirect } from "react-router";
import { inLanguage, localeOf, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/confirm.page.ts";
import { accountWords } from "./account-words.ts";
import { QuietForm } from "./quiet-form.tsx";

// Mail scanners open links: only a press uses the token up.
export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const path = `auth/confirmations/${encodeURIComponent(params.token)}`;
  const { value, problem } = await attempt(
    visit.ask({ method: "PUT", path, body: {}, schema: Session }),
  );
  if (problem) return { isOver: true };
  visit.signIn(value);
  throw redirect(inLanguage(localeOf(request, visit).language, "/account"), 303);
};

export const meta: Route.MetaFunction = ({ location }) => [
  ...titleOf(location, { en: "Open your account", zh: "开通账户" }, { isPrivate: true }),
  { name: "referrer", content: "no-referrer" },
];

export default function ConfirmPage({ actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const problem = actionData?.isOver ? say.confirmFailed : undefined;
  return <QuietForm title={say.confirmTitle} button={say.confirm} problem={problem} />;
}
