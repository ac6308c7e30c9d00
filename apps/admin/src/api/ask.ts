import { parse } from "@wares/contracts";
import type { Static, TSchema } from "typebox";
import { declined, unreachable } from "./problem.ts";

type Query = Readonly<Record<string, string | number | undefined>>;

export const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** Same origin, same cookie. What comes back is parsed, also when the answer is no. */
export const ask = async <Schema extends TSchema>(
  schema: Schema,
  path: string,
  signal?: AbortSignal,
): Promise<Static<Schema>> => {
  const response = await signedIn(path, signal ? { signal } : {});
  return parse(schema, await response.json());
};

export type Change = Readonly<{
  method: "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** The revision that was read: nobody's change is lost unseen. */
  revision?: number;
}>;

export const tell = async <Schema extends TSchema>(
  schema: Schema,
  path: string,
  { method, body, revision }: Change,
): Promise<Static<Schema>> => {
  const response = await signedIn(path, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(revision !== undefined && { "if-match": `"${revision}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return parse(schema, await response.json());
};

/** An access token that ran out is replaced once, unseen; then the answer is the answer. */
const signedIn = async (path: string, request: RequestInit): Promise<Response> => {
  const url = `/api/v1/${path}`;
  const first = await reach(url, request);
  if (first.ok) return first;
  if (first.status !== 401 || !(await refreshed())) throw await declined(first);
  const second = await reach(url, request);
  if (second.ok) return second;
  throw await declined(second);
};

const reach = (url: string, request: RequestInit): Promise<Response> =>
  fetch(url, request).catch((error: unknown) => {
    // Broken off on purpose: nobody waits for it any more.
    if (request.signal?.aborted) throw error;
    throw unreachable();
  });

let refreshing: Promise<boolean> | undefined;

// The refresh token can be used once: ten requests that are refused together refresh together.
const refreshed = (): Promise<boolean> => {
  refreshing ??= fetch("/admin/session/refresh", { method: "POST" })
    .then(({ ok }) => ok)
    .catch(() => false)
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
};
