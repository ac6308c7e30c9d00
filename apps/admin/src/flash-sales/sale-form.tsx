import { type FormEvent, type RefObject, useRef, useState } from "react";
import { isDeclined } from "../api/problem.ts";
import type { Draft } from "../shell/conflict.ts";
import { ClashView } from "../shell/clash-view.tsx";
import { useWords } from "../shell/language.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { type Read, useSmallForm } from "../shell/use-small-form.ts";
import { blamedField, mistakesIn } from "./sale-draft.ts";
import type { SaleFormPart } from "./sale-form-part.ts";
import { SaleItems } from "./sale-items.tsx";
import { saleFormWords } from "./sale-words.ts";

type Props = Readonly<{
  read: Read;
  readAgain: () => Promise<Read>;
  save: Parameters<typeof useSmallForm>[0]["save"];
  onDone: () => void;
  /** What the button says. */
  does: string;
}>;

/** The terms of a sale, for a new one and for one that has not begun. */
export const SaleForm = ({ does, ...doors }: Props) => {
  const text = useWords(saleFormWords);
  const form = useSmallForm({ ...doors, readAgain: () => readBeside(doors.readAgain, typed) });
  const typed = useRef(form.mine);
  typed.current = form.mine;
  const [wasTried, setWasTried] = useState(false);
  const { mine, error, clashes, isBusy } = form;
  const mistakes = mistakesIn(mine);
  const blamed = isDeclined(error) ? blamedField(mine, error.problem.field) : undefined;
  const said = (key: string) => {
    if (key === blamed) return error?.message;
    const mistake = wasTried ? mistakes[key] : undefined;
    return mistake && text.mistakes[mistake];
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (Object.keys(mistakes).length === 0) void form.submit();
  };
  return (
    <form className="stack narrow sale-form" onSubmit={submit} noValidate>
      {clashes.map((clash) => (
        <ClashView
          key={clash.key}
          clash={clash}
          name={nameOf(text, clash.key)}
          version={form.revision}
          onSettle={(takesTheirs) => form.settle(clash, takesTheirs)}
        />
      ))}
      <Terms form={form} said={said} />
      <SaleItems form={form} said={said} />
      {error && blamed === undefined && (
        <p className="note bad" role="alert">
          {error.message}
        </p>
      )}
      <p className="row w">
        <button type="submit" className="btn p" aria-disabled={isBusy || clashes.length > 0}>
          {does}
        </button>
      </p>
    </form>
  );
};

/** What theirs does not have, things that were added here, is compared with nothing instead of lost. */
const readBeside = async (read: Props["readAgain"], typed: RefObject<Draft>): Promise<Read> => {
  const theirs = await read();
  const nothing = Object.fromEntries(Object.keys(typed.current).map((key) => [key, ""]));
  return { ...theirs, draft: { ...nothing, ...theirs.draft } };
};

type FormWords = (typeof saleFormWords)["en" | "zh"];

const nameOf = (text: FormWords, key: string): string => {
  const [kind = "", ...rest] = key.split("/");
  if (kind === "quantity" || kind === "price") return `${text[kind]} ${rest.join(" ")}`;
  const word = text[key as keyof FormWords] as unknown;
  return typeof word === "string" ? word : key;
};

const termFields = ["name.en", "name.zh", "startsAt", "endsAt", "limitPerCustomer"] as const;

const Terms = ({ form, said }: SaleFormPart) => {
  const text = useWords(saleFormWords);
  return (
    <section className="card" aria-labelledby="terms-title">
      <header>
        <h2 id="terms-title">{text.terms}</h2>
      </header>
      <div className="in-b form2 even">
        {termFields.map((key) => (
          <TextBox
            key={key}
            label={text[key]}
            error={said(key)}
            hint={key.endsWith("At") ? text.byClock : undefined}
            type={key.endsWith("At") ? "datetime-local" : "text"}
            inputMode={key === "limitPerCustomer" ? "numeric" : "text"}
            maxLength={key === "limitPerCustomer" ? 2 : 300}
            value={form.mine[key] ?? ""}
            onType={(typed) => form.set(key, typed)}
          />
        ))}
        <label className="f switch">
          <span className="lab">{text.hasWaitingRoom}</span>
          <span className="row">
            <input
              type="checkbox"
              checked={form.mine["hasWaitingRoom"] === "yes"}
              onChange={({ currentTarget }) =>
                form.set("hasWaitingRoom", currentTarget.checked ? "yes" : "")
              }
            />
            <span className="q x">{text.roomHint}</span>
          </span>
        </label>
      </div>
    </section>
  );
};
