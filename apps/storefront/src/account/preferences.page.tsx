import { ContractBroken, Done, parse, Preferences, User } from "@wares/contracts";
import { Form, useNavigation } from "react-router";
import { Field } from "../layout/field.tsx";
import { useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { attempt, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/preferences.page.ts";
import { accountWords } from "./account-words.ts";
import { whenSignedIn } from "./needs-sign-in.ts";
import { fieldIn } from "../server/form-field.ts";

const wishes = [
  "emailNotifications",
  "smsNotifications",
  "pushNotifications",
  "marketingEmails",
] as const;
const themes = ["Auto", "Light", "Dark"] as const;

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  return whenSignedIn(request, visit, async () => {
    const { value, tag } = await visit.askTagged({ path: "users/me", schema: User });
    return { preferences: value.preferences, tag };
  });
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(visitContext);
  const form = await request.formData();
  const text = (name: string) => fieldIn(form, name).trim();
  const save = async () => {
    const body = parse(Preferences, {
      ...Object.fromEntries(wishes.map((wish) => [wish, form.get(wish) === "on"])),
      theme: text("theme"),
      timezone: text("timezone"),
    });
    const path = "users/me/preferences";
    return visit.ask({ method: "PUT", path, body, schema: Done, ifMatch: text("tag") });
  };
  try {
    const { problem } = await attempt(save());
    if (!problem) rememberTheme(visit, text("theme"));
    return { isSaved: !problem, isConflict: problem?.status === 412 };
  } catch (error) {
    if (!(error instanceof ContractBroken)) throw error;
    return { isSaved: false, isConflict: false, isRejected: true };
  }
};

type Remembering = {
  remember: (name: string, value: string, forSeconds: number) => void;
  forget: (name: string) => void;
};
const rememberTheme = ({ remember, forget }: Remembering, theme: string) => {
  if (theme === "Auto") forget("wares_theme");
  else remember("wares_theme", theme.toLowerCase(), 365 * 86_400);
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Your preferences", zh: "我的偏好" }, { isPrivate: true });

export default function PreferencesPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const isSaving = useNavigation().formData !== undefined;
  const { preferences, tag } = loaderData;
  return (
    <Form method="post" className="stack narrow" key={tag}>
      <input type="hidden" name="tag" value={tag ?? ""} />
      {actionData?.isSaved && <Notice title={say.saved} />}
      {actionData?.isConflict && <Notice tone="error" title={say.conflict} />}
      {wishes.map((wish) => (
        <label key={wish} className="check">
          <input type="checkbox" name={wish} defaultChecked={preferences[wish]} />
          {say[wish]}
        </label>
      ))}
      <Field name="theme" label={say.theme}>
        {(ties) => (
          <select className="select" name="theme" defaultValue={preferences.theme} {...ties}>
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {say.themes[theme]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="timezone"
        label={say.timezone}
        error={actionData?.isRejected ? say.rejected : undefined}
        input={{ defaultValue: preferences.timezone, maxLength: 64 }}
      />
      <button className="button main">{isSaving ? say.saving : say.save}</button>
    </Form>
  );
}
