import { ContractBroken, Done, parse, Profile, User } from "@wares/contracts";
import { Form, useNavigation } from "react-router";
import { Field } from "../layout/field.tsx";
import { frameWords } from "../layout/frame-words.ts";
import { shopCurrencies, useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/profile.page.ts";
import { accountWords } from "./account-words.ts";
import { whenSignedIn } from "./needs-sign-in.ts";
import { fieldIn } from "../server/form-field.ts";

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  return whenSignedIn(request, visit, async () => {
    const { value, tag } = await visit.askTagged({ path: "users/me", schema: User });
    return { profile: value.profile, email: value.email, tag };
  });
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const form = await request.formData();
  const text = (name: string) => fieldIn(form, name).trim();
  const optional = (name: string) => (text(name) ? { [name]: text(name) } : {});
  const sent = {
    firstName: text("firstName"),
    lastName: text("lastName"),
    ...optional("phone"),
    ...optional("dateOfBirth"),
    ...optional("avatarUrl"),
    language: text("language"),
    currency: text("currency"),
  };
  const save = async () => {
    const body = parse(Profile, sent);
    const path = "users/me/profile";
    return visit.ask({ method: "PUT", path, body, schema: Done, ifMatch: text("tag") });
  };
  try {
    const { problem } = await attempt(save());
    if (!problem) visit.remember("wares_currency", sent.currency, 365 * 86_400);
    return {
      isSaved: !problem,
      isConflict: problem?.status === 412,
      field: lastPart(problem?.field),
    };
  } catch (error) {
    if (!(error instanceof ContractBroken)) throw error;
    return { isSaved: false, isConflict: false, field: lastPart(error.field) };
  }
};

const lastPart = (pointer: string | undefined) => pointer?.split("/").at(-1);

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Your profile", zh: "我的资料" }, { isPrivate: true });

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const isSaving = useNavigation().formData !== undefined;
  const { profile, tag } = loaderData;
  return (
    <Form method="post" className="stack narrow" key={tag}>
      <input type="hidden" name="tag" value={tag ?? ""} />
      <input type="hidden" name="avatarUrl" value={profile.avatarUrl ?? ""} />
      {actionData?.isSaved && <Notice title={say.saved} />}
      {actionData?.isConflict && <Notice tone="error" title={say.conflict} />}
      <NameFields profile={profile} wrong={actionData?.field} />
      <LocaleFields profile={profile} />
      <button className="button main">{isSaving ? say.saving : say.save}</button>
    </Form>
  );
}

const NameFields = ({ profile, wrong }: { profile: Profile; wrong: string | undefined }) => {
  const say = useWords(accountWords);
  const errorOf = (name: string) => (wrong === name ? say.rejected : undefined);
  return (
    <>
      <Field
        name="firstName"
        label={say.firstName}
        error={errorOf("firstName")}
        input={{ defaultValue: profile.firstName, autoComplete: "given-name", maxLength: 100 }}
      />
      <Field
        name="lastName"
        label={say.lastName}
        error={errorOf("lastName")}
        input={{ defaultValue: profile.lastName, autoComplete: "family-name", maxLength: 100 }}
      />
      <Field
        name="phone"
        label={say.phone}
        note={say.ifAny}
        error={errorOf("phone")}
        input={{ type: "tel", defaultValue: profile.phone, autoComplete: "tel", maxLength: 30 }}
      />
      <Field
        name="dateOfBirth"
        label={say.dateOfBirth}
        note={say.ifAny}
        error={errorOf("dateOfBirth")}
        input={{ type: "date", defaultValue: profile.dateOfBirth, autoComplete: "bday" }}
      />
    </>
  );
};

const LocaleFields = ({ profile }: { profile: Profile }) => {
  const say = useWords(accountWords);
  const frame = useWords(frameWords);
  return (
    <>
      <Field name="language" label={say.language}>
        {(ties) => (
          <select className="select" name="language" defaultValue={profile.language} {...ties}>
            <option value="en">{frame.english}</option>
            <option value="zh">{frame.chinese}</option>
          </select>
        )}
      </Field>
      <Field name="currency" label={say.currency}>
        {(ties) => (
          <select className="select" name="currency" defaultValue={profile.currency} {...ties}>
            {shopCurrencies.map((currency) => (
              <option key={currency} value={currency}>
                {currency}, {frame.currencyNames[currency]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
};
