import { parse, Session, SignInRequest } from "@wares/contracts";
import { Link, redirect, useSearchParams } from "react-router";
import { Field } from "../layout/field.tsx";
import { localeOf, inLanguage, usePath, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { localBack } from "../server/local-back.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/sign-in.page.ts";
import { accountWords } from "./account-words.ts";
import { QuietForm } from "./quiet-form.tsx";
import { fieldIn } from "../server/form-field.ts";
import { pageAddress } from "../server/page-address.ts";

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  const { language } = localeOf(request, visit);
  if (visit.isSignedIn()) throw redirect(inLanguage(language, "/account"), 303);
  return null;
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const { language } = localeOf(request, visit);
  const form = await request.formData();
  const text = (name: string) => fieldIn(form, name);
  const signing = async () =>
    visit.ask({
      method: "POST",
      path: "auth/sessions",
      body: parse(SignInRequest, { email: text("email").trim(), password: text("password") }),
      schema: Session,
    });
  // What is not even an e-mail address cannot belong to a password either.
  const answer = await attempt(signing()).catch(() => ({ problem: { status: 401 } }));
  if (answer.problem)
    return { problem: answer.problem.status === 429 ? "tooOften" : "wrongSignIn" };
  visit.signIn(answer.value);
  const next = pageAddress(request).searchParams.get("next");
  throw redirect(next ? localBack(next) : inLanguage(language, "/account"), 303);
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Sign in", zh: "登录" }, { isPrivate: true });

export default function SignInPage({ actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const path = usePath();
  const [params] = useSearchParams();
  const isTooOften = actionData?.problem === "tooOften";
  const problem = actionData && (isTooOften ? say.tooOften : say.wrongSignIn);
  const query = params.size > 0 ? `?${params.toString()}` : "";
  return (
    <QuietForm
      title={say.signIn}
      button={say.signIn}
      problem={problem}
      text={say.keepCart}
      foot={
        <>
          <Link to={path("/password-reset")}>{say.forgotten}</Link>
          <br />
          {say.noAccount} <Link to={path(`/register${query}`)}>{say.register}</Link>
        </>
      }
    >
      <Field
        name="email"
        label={say.email}
        input={{ type: "email", autoComplete: "username", required: true }}
      />
      <Field
        name="password"
        label={say.password}
        input={{
          type: "password",
          autoComplete: "current-password",
          required: true,
          maxLength: 256,
        }}
      />
    </QuietForm>
  );
}
