import { type ReactNode, useId } from "react";

/** A field with its name above and, when it was refused, why beneath. */
export const Field = ({
  label,
  error,
  hint,
  children,
}: {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  children: (
    ids: Readonly<{ id: string; "aria-invalid": boolean; "aria-describedby": string | undefined }>,
  ) => ReactNode;
}) => {
  const id = useId();
  const said = error ?? hint;
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": error !== undefined,
        "aria-describedby": said === undefined ? undefined : `${id}-said`,
      })}
      {said !== undefined && (
        <span id={`${id}-said`} className={error === undefined ? "h x" : "bad-text x"}>
          {said}
        </span>
      )}
    </div>
  );
};
