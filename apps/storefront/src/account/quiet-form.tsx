import type { ReactNode } from "react";
import { Form, useNavigation } from "react-router";
import { Notice } from "../layout/notice.tsx";

type Props = {
  title: string;
  button: string;
  problem?: string | undefined;
  text?: string;
  children?: ReactNode;
  foot?: ReactNode;
};

/** A page with one short form: signing in, registering, a new password. */
export const QuietForm = ({ title, button, problem, text, children, foot }: Props) => {
  const isBusy = useNavigation().state === "submitting";
  return (
    <div className="wrap quiet-page">
      <h1>{title}</h1>
      {text && <p className="soft">{text}</p>}
      <Form method="post" className="stack narrow spaced">
        {problem && <Notice tone="error" title={problem} />}
        {children}
        <button className="button main wide" aria-busy={isBusy || undefined}>
          {button}
        </button>
        {foot && <div className="small">{foot}</div>}
      </Form>
    </div>
  );
};
