import { Form, useLocation } from "react-router";
import { frameWords } from "./frame-words.ts";
import { useWords } from "./locale.ts";

/** Asks once, in a corner, and stands in nobody's way. Both answers weigh the same. */
export const ConsentNotice = () => {
  const say = useWords(frameWords);
  const { pathname, search } = useLocation();
  return (
    <section className="consent" aria-label={say.consentChange}>
      <h2 className="plain">{say.consentTitle}</h2>
      <p className="small soft">{say.consentText}</p>
      <Form method="post" action="/consent" className="row" preventScrollReset>
        <input type="hidden" name="back" value={pathname + search} />
        <button className="button low" name="choice" value="yes">
          {say.consentYes}
        </button>
        <button className="button low" name="choice" value="no">
          {say.consentNo}
        </button>
      </Form>
    </section>
  );
};
