import { useQuery } from "@tanstack/react-query";
import { Refused, Skeleton, Unreadable } from "../shell/faces.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { Shell } from "../shell/shell.tsx";
import { sessionQuery } from "./session.queries.ts";
import { useTheme } from "../shell/theme-choice.tsx";
import { SignInPage } from "./sign-in.page.tsx";
import { useSignOut } from "./use-sign-out.ts";

const words = {
  en: { other: "Sign in as somebody else", name: "Wares back office" },
  zh: { other: "用其他账号登录", name: "Wares 后台" },
} satisfies Words<unknown>;

/** Nobody: sign in. A customer: refused. Staff: the page. */
export const SessionGate = () => {
  const text = useWords(words);
  const { data: account, error, refetch } = useQuery(sessionQuery);
  const signOut = useSignOut();
  // Also where there is no shell: at the sign-in and where nothing can be read.
  useTheme();
  if (account === null) return <SignInPage />;
  if (account === undefined)
    return (
      <main className="auth">
        <h1 className="vh">{text.name}</h1>
        {error ? (
          <Unreadable why={error.message} hasOlder={false} onRetry={() => void refetch()} />
        ) : (
          <Skeleton rows={3} />
        )}
      </main>
    );
  if (account.roles.some((role) => role === "staff" || role === "owner"))
    return <Shell account={account} />;
  return (
    <main className="auth">
      <Refused />
      <button type="button" className="btn" onClick={signOut}>
        {text.other}
      </button>
    </main>
  );
};
