import { type FormEvent, useRef, useState } from "react";
import { useWords, type Words } from "../shell/language.tsx";
import { useKeys } from "../shell/use-keys.ts";
import { addNote } from "./orders.queries.ts";
import { useOrderAct } from "./use-order-act.ts";

const words = {
  en: { note: "Note to the team" },
  zh: { note: "给团队的备注" },
} satisfies Words<unknown>;

export const NoteBox = ({ orderId }: { orderId: string }) => {
  const text = useWords(words);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const { mutate, error, isPending } = useOrderAct(
    (note: string) => addNote(orderId, note),
    () => setTyped(""),
  );
  useKeys({ n: () => field.current?.focus() });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() && !isPending) mutate(typed.trim());
  };
  return (
    <form className="notebox" onSubmit={send}>
      <input
        ref={field}
        className="in"
        aria-label={text.note}
        placeholder={text.note}
        maxLength={2_000}
        aria-invalid={error !== null}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <kbd>n</kbd>
      {error && (
        <p className="bad-text x" role="alert">
          {error.message}
        </p>
      )}
    </form>
  );
};
