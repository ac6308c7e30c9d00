import type { InputHTMLAttributes } from "react";
import { Field } from "./field.tsx";

type Box = Readonly<{
  label: string;
  value: string;
  onType: (typed: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
  /** The first field of a dialog. */
  isFirst?: boolean;
}> &
  Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value">;

/** One line to type, with its name above and, when it was refused, why beneath. */
export const TextBox = ({
  label,
  value,
  onType,
  error,
  hint,
  isFirst,
  className = "in",
  ...rest
}: Box) => (
  <Field label={label} error={error} hint={hint}>
    {(ids) => (
      <input
        {...rest}
        {...ids}
        className={className}
        data-autofocus={isFirst}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    )}
  </Field>
);
