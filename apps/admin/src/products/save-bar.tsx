import { useEffect, useRef } from "react";
import { useWords, type Words } from "../shell/language.tsx";
import { useFieldName } from "./field-name.ts";
import type { ProductForm } from "./use-product-form.ts";

const words = {
  en: {
    region: "Unsaved changes",
    changes: (n: number) => `${n} ${n === 1 ? "change" : "changes"} not saved`,
    settle: (n: number) => `${n} to settle first`,
    mend: (n: number) => `${n} to put right`,
    discard: "Discard",
    save: "Save",
    saving: "Saving…",
    saved: "Saved",
  },
  zh: {
    region: "未保存的改动",
    changes: (n: number) => `${n} 处改动未保存`,
    settle: (n: number) => `先决定 ${n} 处冲突`,
    mend: (n: number) => `${n} 处需要更正`,
    discard: "放弃",
    save: "保存",
    saving: "保存中…",
    saved: "已保存",
  },
} satisfies Words<unknown>;

/** Absent while nothing changed; says what is in the way of saving. */
export const SaveBar = ({ form }: { form: ProductForm }) => {
  const text = useWords(words);
  const name = useFieldName();
  const save = useRef(form.save);
  useEffect(() => {
    save.current = form.save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key !== "s") return;
      event.preventDefault();
      void save.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (form.changed.length === 0)
    return form.wasSaved ? (
      <p className="savebar" role="status">
        <b>{text.saved}</b>
      </p>
    ) : null;
  const wrong = Object.keys(form.mistakes).length;
  const isBlocked = form.clashes.length > 0 || wrong > 0;
  return (
    <div className="savebar" role="region" aria-label={text.region}>
      <span>
        <b>
          {text.changes(form.changed.length)}
          {form.clashes.length > 0 && `, ${text.settle(form.clashes.length)}`}
          {wrong > 0 && `, ${text.mend(wrong)}`}
        </b>
        <span className="hide-s">: {form.changed.slice(0, 3).map(name).join(", ")}</span>
        {form.failure && (
          <span className="bad-text" role="alert">
            {" "}
            {form.failure}
          </span>
        )}
      </span>
      <span className="sp row">
        <button type="button" className="btn g" onClick={form.discard}>
          {text.discard}
        </button>
        <button
          type="button"
          className={isBlocked ? "btn" : "btn p"}
          aria-disabled={isBlocked || form.isSaving}
          onClick={() => void form.save()}
        >
          {form.isSaving ? text.saving : text.save} <kbd>⌘S</kbd>
        </button>
      </span>
    </div>
  );
};
