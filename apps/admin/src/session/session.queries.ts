import { queryOptions } from "@tanstack/react-query";
import { Account, Done, parse } from "@wares/contracts";
import Type from "typebox";
import { ask } from "../api/ask.ts";
import { declined, isDeclined } from "../api/problem.ts";

export const sessionKey = ["session"] as const;

/** Null: nobody is signed in, which is an answer and no error. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<Account | null> => {
    try {
      return await ask(Account, "auth/session", signal);
    } catch (error) {
      if (isDeclined(error, 401)) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

const Hint = Type.Object({ email: Type.String(), password: Type.String() });

/** Who to try it as: a shop in development says so, another answers 404. */
export const hintQuery = queryOptions({
  queryKey: ["hint"],
  queryFn: async ({ signal }) => {
    const response = await fetch("/admin/hint", { signal });
    return response.ok ? parse(Hint, await response.json()) : null;
  },
  staleTime: Infinity,
});

export const signIn = async (credentials: { email: string; password: string }) => {
  const response = await fetch("/admin/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(credentials),
  });
  if (!response.ok) throw await declined(response);
  return parse(Account, await response.json());
};

export const signOut = async () => {
  const response = await fetch("/admin/session", { method: "DELETE" });
  if (!response.ok) throw await declined(response);
  return parse(Done, await response.json());
};
