import { ContractBroken, Done, parse, type Problem, RegistrationRequest } from "@wares/contracts";
import { Link } from "react-router";
import { Field } from "../layout/field.tsx";
import { localeOf, usePath, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { attempt, type Visit, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/register.page.ts";
import { accountWords } from "./account-words.ts";
import { QuietForm } from "./quiet-form.tsx";
import { fieldIn } from "../server/form-field.ts";

export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const locale = localeOf(request, visit);
  const form = await request.formData();
  const text = (name: string) => fieldIn(form, name).trim();
  const registration = {
    email: text("email"),
    username: text("username"),
    password: fieldIn(form, "password"),
    ...(text("firstName") && { firstName: text("firstName") }),
    ...(text("lastName") && { lastName: text("lastName") }),
    ...locale,
  };
  const field = await register(visit, registration);
  return { email: registration.email, field, isSent: field === undefined };
};

/** The field that was refused, if one was. Whether the e-mail was known is told by mail alone. */
const register = async (visit: Visit, registration: object): Promise<string | undefined> => {
  try {
    const body = parse(RegistrationRequest, registration);
    const path = "auth/registrations";
    const { problem } = await attempt(visit.ask({ method: "POST", path, body, schema: Done }));
    return problem && refusedField(problem);
  } catch (error) {
    if (error instanceof ContractBroken) return error.field.split("/").at(-1) ?? "email";
    throw error;
  }
};

const refusedField = ({ field, type, status }: Problem) => {
  if (status === 429) return "tooOften";
  return field?.split("/").at(-1) ?? (type.includes("password") ? "password" : "email");
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Open an account", zh: "开通账户" }, { isPrivate: true });

export default function RegisterPage({ actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const path = usePath();
  if (actionData?.isSent) {
    return (
      <div className="wrap quiet-page" role="status">
        <h1>{say.registered}</h1>
        <p className="soft">{say.registeredText(actionData.email)}</p>
      </div>
    );
  }
  const errorOf = (name: string) => {
    if (actionData?.field !== name) return undefined;
    return name === "password" ? say.weakPassword : say.rejected;
  };
  return (
    <QuietForm
      title={say.register}
      button={say.register}
      problem={actionData?.field === "tooOften" ? say.tooOften : undefined}
      foot={
        <>
          {say.hasAccount} <Link to={path("/sign-in")}>{say.signIn}</Link>
        </>
      }
    >
      <Field
        name="email"
        label={say.email}
        error={errorOf("email")}
        input={{
          type: "email",
          autoComplete: "email",
          required: true,
          defaultValue: actionData?.email,
        }}
      />
      <Field
        name="username"
        label={say.username}
        hint={say.usernameHint}
        error={errorOf("username")}
        input={{ autoComplete: "username", required: true, minLength: 3, maxLength: 20 }}
      />
      <Field
        name="password"
        label={say.password}
        hint={say.passwordHint}
        error={errorOf("password")}
        input={{ type: "password", autoComplete: "new-password", required: true, maxLength: 256 }}
      />
      <Field
        name="firstName"
        label={say.firstName}
        note={say.ifAny}
        input={{ autoComplete: "given-name" }}
      />
      <Field
        name="lastName"
        label={say.lastName}
        note={say.ifAny}
        input={{ autoComplete: "family-name" }}
      />
    </QuietForm>
  );
}
