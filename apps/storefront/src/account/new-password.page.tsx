import { Done, NewPasswordRequest, parse } from "@wares/contracts";
import { redirect } from "react-router";
import { Field } from "../layout/field.tsx";
import { inLanguage, localeOf, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/new-password.page.ts";
import { accountWords } from "./account-words.ts";
import { QuietForm } from "./quiet-form.tsx";
import { fieldIn } from "../server/form-field.ts";

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const newPassword = fieldIn(await request.formData(), "newPassword").slice(0, 256);
  if (newPassword === "") return { problem: "weakPassword" as const };
  const body = parse(NewPasswordRequest, { newPassword });
  const path = `auth/password-resets/${encodeURIComponent(params.token)}`;
  const { problem } = await attempt(visit.ask({ method: "PUT", path, body, schema: Done }));
  if (problem) {
    const isWeak = problem.field !== undefined || problem.type.includes("password_weak");
    return { problem: isWeak ? ("weakPassword" as const) : ("resetFailed" as const) };
  }
  throw redirect(inLanguage(localeOf(request, visit).language, "/sign-in"), 303);
};

export const meta: Route.MetaFunction = ({ location }) => [
  ...titleOf(location, { en: "New password", zh: "新密码" }, { isPrivate: true }),
  { name: "referrer", content: "no-referrer" },
];

export default function NewPasswordPage({ actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  return (
    <QuietForm
      title={say.reset}
      button={say.setPassword}
      problem={actionData && say[actionData.problem]}
    >
      <Field
        name="newPassword"
        label={say.newPassword}
        hint={say.passwordHint}
        input={{ type: "password", autoComplete: "new-password", required: true, maxLength: 256 }}
      />
    </QuietForm>
  );
}
