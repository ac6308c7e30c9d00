import type { ReactNode } from "react";
import { Icon } from "../layout/icon.tsx";
import { useWords } from "../layout/locale.ts";
import { checkoutWords } from "./checkout-words.ts";

type Props = {
  number: number;
  title: string;
  state: "done" | "open" | "to-come";
  children: ReactNode;
};

/** Stays visible once done, with its summary and a way back. */
export const Step = ({ number, title, state, children }: Props) => {
  const say = useWords(checkoutWords);
  const id = `step-${number}`;
  const heading = (
    <h2 id={id}>
      {title}
      {state === "done" && <span className="hidden-text">{say.done}</span>}
      {state === "to-come" && <span className="hidden-text">{say.toCome}</span>}
    </h2>
  );
  return (
    <section
      className={`step ${state}`}
      aria-labelledby={id}
      aria-current={state === "open" ? "step" : undefined}
    >
      <span className="step-mark" aria-hidden="true">
        {state === "done" ? <Icon name="check" small /> : number}
      </span>
      {state === "done" ? (
        <div className="between first-row">
          {heading}
          <button className="text-button" name="intent" value="change">
            {say.change}
            <span className="hidden-text"> {title}</span>
          </button>
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  );
};
