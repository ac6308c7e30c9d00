import { useRouteError } from "react-router";
import { useWords, type Words } from "./language.tsx";

const words = {
  en: { title: "Something broke on this page", again: "Read it again" },
  zh: { title: "此页出错了", again: "重新载入" },
} satisfies Words<unknown>;

/** A page that cannot be drawn, or a part of it that a newer release has replaced meanwhile. */
export const Crashed = () => {
  const text = useWords(words);
  const error = useRouteError();
  return (
    <main className="auth" role="alert">
      <h1>{text.title}</h1>
      <p className="q">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="btn p" onClick={() => location.reload()}>
        {text.again}
      </button>
    </main>
  );
};
