import { Link } from "react-router";
import { Field } from "../layout/field.tsx";
import { usePath, useWords } from "../layout/locale.ts";
import type { CheckoutView } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";
import { Step } from "./step.tsx";

export const ContactStep = ({ view }: { view: CheckoutView }) => {
  const say = useWords(checkoutWords);
  const path = usePath();
  const { stage, values, errors, isSignedIn } = view;
  if (stage === "pay") {
    return (
      <Step number={1} title={say.contact} state="done">
        <p className="small soft">
          {values.email}
          <br />
          {isSignedIn ? say.signedIn : say.guest}
        </p>
      </Step>
    );
  }
  const error = errors.find(({ field }) => field === "email")?.kind;
  return (
    <Step number={1} title={say.contact} state="open">
      <div className="step-body">
        <Field
          name="email"
          label={say.email}
          hint={say.emailHint}
          error={error && say.errors[error]}
          input={{
            type: "email",
            autoComplete: "email",
            defaultValue: values.email,
            maxLength: 254,
          }}
        />
        {!isSignedIn && (
          <p className="small soft spaced-little">
            {say.haveAccount}{" "}
            <Link to={path(`/sign-in?next=${encodeURIComponent(path("/checkout"))}`)}>
              {say.signIn}
            </Link>
          </p>
        )}
      </div>
    </Step>
  );
};
