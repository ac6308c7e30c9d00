import { Done, parse, PasswordResetRequest } from "@wares/contracts";
import { Field } from "../layout/field.tsx";
import { localeOf, useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/password-reset.page.ts";
import { accountWords } from "./account-words.ts";
import { QuietForm } from "./quiet-form.tsx";
import { fieldIn } from "../server/form-field.ts";

export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const { language } = localeOf(request, visit);
  const email = fieldIn(await request.formData(), "email").trim();
  const asking = async () => {
    const body = parse(PasswordResetRequest, { email, language });
    return visit.ask({ method: "POST", path: "auth/password-resets", body, schema: Done });
  };
  // The same answer whatever was typed: who has an account here is nobody's business.
  await attempt(asking()).catch(() => undefined);
  return { isSent: true };
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "New password", zh: "新密码" }, { isPrivate: true });

export default function PasswordResetPage({ actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  return (
    <QuietForm title={say.reset} text={say.resetText} button={say.sendLink}>
      {actionData?.isSent && <Notice title={say.linkSent} />}
      <Field
        name="email"
        label={say.email}
        input={{ type: "email", autoComplete: "email", required: true }}
      />
    </QuietForm>
  );
}
