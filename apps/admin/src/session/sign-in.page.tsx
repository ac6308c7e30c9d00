import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { blamed } from "../api/problem.ts";
import { TextBox } from "../shell/text-box.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Mark } from "../shell/rail.tsx";
import { hintQuery, sessionKey, signIn } from "./session.queries.ts";

const words = {
  en: {
    name: "Wares back office",
    title: "Sign in",
    email: "E-mail",
    password: "Password",
    signIn: "Sign in",
    hint: "A shop to try things in. Sign in as",
    fill: "Fill in",
    other: "中文",
  },
  zh: {
    name: "Wares 后台",
    title: "登录",
    email: "邮箱",
    password: "密码",
    signIn: "登录",
    hint: "这是试用店铺。可登录为",
    fill: "填入",
    other: "English",
  },
} satisfies Words<unknown>;

/** Shown in place of whatever page was asked for: the address stays, and so does the page after. */
export const SignInPage = () => {
  const text = useWords(words);
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { mutate, error, isPending } = useMutation({
    mutationFn: signIn,
    onSuccess: (account) => client.setQueryData(sessionKey, account),
  });
  useEffect(() => {
    document.title = `${text.title} · Wares`;
  }, [text.title]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate({ email: email.trim(), password });
  };
  const field = blamed(error);
  return (
    <main className="auth">
      <div className="authc">
        <div className="row">
          <Mark />
          <b>{text.name}</b>
        </div>
        <h1>{text.title}</h1>
        <form className="stack tight" onSubmit={submit}>
          <TextBox
            label={text.email}
            error={field === "email" ? error?.message : undefined}
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            value={email}
            onType={setEmail}
          />
          <TextBox
            label={text.password}
            error={field === "password" ? error?.message : undefined}
            type="password"
            autoComplete="current-password"
            required
            maxLength={256}
            value={password}
            onType={setPassword}
          />
          {error && field !== "email" && field !== "password" && (
            <p className="note bad" role="alert">
              {error.message}
            </p>
          )}
          <button type="submit" className="btn p w" aria-disabled={isPending}>
            {text.signIn}
          </button>
        </form>
        <Hint
          onTake={(known) => {
            setEmail(known.email);
            setPassword(known.password);
          }}
        />
      </div>
      <OtherLanguage />
    </main>
  );
};

const Hint = ({ onTake }: { onTake: (known: { email: string; password: string }) => void }) => {
  const text = useWords(words);
  const { data: hint } = useQuery(hintQuery);
  if (!hint) return null;
  return (
    <p className="note">
      <span>
        {text.hint} <b>{hint.email}</b>
      </span>
      <button type="button" className="btn s sp" onClick={() => onTake(hint)}>
        {text.fill}
      </button>
    </p>
  );
};

const OtherLanguage = () => {
  const text = useWords(words);
  const { language, setLanguage } = useLanguage();
  return (
    <button
      type="button"
      className="btn g s"
      lang={language === "en" ? "zh" : "en"}
      onClick={() => setLanguage(language === "en" ? "zh" : "en")}
    >
      {text.other}
    </button>
  );
};
