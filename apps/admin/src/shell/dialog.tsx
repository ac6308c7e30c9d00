import type { FormEvent, ReactNode } from "react";
import { useWords, type Words } from "./language.tsx";
import { Window } from "./window.tsx";

const words = {
  en: { cancel: "Cancel" },
  zh: { cancel: "取消" },
} satisfies Words<unknown>;

/** Every act that changes something outside is asked once, in a dialog whose button says what it does. */
export const Dialog = ({
  title,
  does,
  size = 520,
  isDangerous = false,
  isBusy = false,
  isReady = true,
  error,
  onDo,
  onClose,
  children,
}: {
  title: string;
  /** What the button says: the deed and the amount. */
  does: string;
  size?: number;
  isDangerous?: boolean;
  isBusy?: boolean;
  isReady?: boolean;
  /** What the shop answered, when it said no and blamed no field. */
  error?: string | undefined;
  onDo: () => void;
  onClose: () => void;
  children: ReactNode;
}) => {
  const text = useWords(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isBusy) onDo();
  };
  return (
    <Window title={title} size={size} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <div className="dlb">
          {children}
          {error && (
            <p className="note bad" role="alert">
              {error}
            </p>
          )}
        </div>
        <div className="dlf">
          <button type="button" className="btn" onClick={onClose}>
            {text.cancel} <kbd>esc</kbd>
          </button>
          <button
            type="submit"
            // Where no field asks for it first: enter does what the button says.
            data-autofocus
            className={isDangerous ? "btn d sp" : "btn p sp"}
            aria-disabled={!isReady || isBusy}
          >
            {does} <kbd>↵</kbd>
          </button>
        </div>
      </form>
    </Window>
  );
};
