import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type Props = {
  name: string;
  label: string;
  /** "if any", "for the carrier only" */
  note?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  size?: "" | "half" | "third" | "city";
  input?: React.InputHTMLAttributes<HTMLInputElement>;
  /** In place of the plain input; it gets the ids that tie it to its words. */
  children?: (ties: {
    id: string;
    "aria-invalid"?: true;
    "aria-describedby"?: string;
  }) => ReactNode;
};

/** A label, an input, and what is wrong with it right beside it. */
export const Field = ({ name, label, note, hint, error, size = "", input, children }: Props) => {
  const id = `field-${name}`;
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const ties = {
    id,
    ...(error && { "aria-invalid": true as const }),
    ...(described && { "aria-describedby": described }),
  };
  return (
    <div className={size ? `field ${size}` : "field"}>
      <label htmlFor={id}>
        {label} {note && <span className="optional">{note}</span>}
      </label>
      {children ? children(ties) : <input className="input" name={name} {...input} {...ties} />}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && !error && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

export const FieldError = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p className="field-error" id={id}>
    <Icon name="alert" small />
    <span>{children}</span>
  </p>
);
