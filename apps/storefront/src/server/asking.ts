import { parse, Problem } from "@wares/contracts";
import { data } from "react-router";
import type { TSchema } from "typebox";
import type { Api, VisitorTokens } from "./tokens.ts";
import type { Question, Visit } from "./visit.ts";

const longestWait = 8_000;

/** Puts a page's question to the API with the visitor's proof, and renews the proof once when it is over. */
export const askingAs = (
  api: Api,
  tokens: VisitorTokens,
  origin: string,
  forwarded: Record<string, string>,
): Visit["askTagged"] => {
  const send = <Schema extends TSchema>(question: Question<Schema>) => {
    const headers: Record<string, string> = {
      ...forwarded,
      ...tokens.headers(),
      accept: "application/json",
      origin,
      ...(question.body && { "content-type": "application/json" }),
      ...(question.ifMatch && { "if-match": question.ifMatch }),
    };
    const body = question.body ? { body: JSON.stringify(question.body) } : {};
    const signal = AbortSignal.timeout(longestWait);
    const { method = "GET" } = question;
    return api(new Request(addressOf(question, origin), { method, headers, signal, ...body }));
  };
  const sendWithProof = async <Schema extends TSchema>(question: Question<Schema>) => {
    const hadSession = tokens.isSignedIn();
    if (hadSession && !tokens.headers().authorization) await tokens.renew();
    const response = await send(question);
    const isOver = response.status === 401 && hadSession && (await tokens.renew());
    return isOver ? send(question) : response;
  };
  return async (question) => {
    const { ok, headers, body } = await answered(sendWithProof(question));
    if (ok) return { value: parse(question.schema, body), tag: headers.get("etag") ?? undefined };
    const problem = withRetry(parse(Problem, body), headers.get("retry-after"));
    throw data(problem, { status: problem.status });
  };
};

/** When to come again is said beside a problem; a page reads it within. */
const withRetry = (problem: Problem, retryAfter: string | null): Problem => {
  const seconds = Number(retryAfter);
  if (problem.status !== 503 || !(seconds >= 1)) return problem;
  return { ...problem, detail: { ...problem.detail, retryAfterSeconds: Math.min(60, seconds) } };
};

const unreachable: Problem = {
  type: "storefront.api_unreachable",
  title: "The shop does not answer.",
  status: 503,
};

/** An API that is away, too slow or speaks no JSON is one and the same to a page: come back later. */
const answered = async (sending: Promise<Response>) => {
  try {
    const response = await sending;
    const text = await response.text();
    const body: unknown = text === "" ? {} : JSON.parse(text);
    return { ok: response.ok, headers: response.headers, body };
  } catch {
    throw data(unreachable, { status: unreachable.status });
  }
};

const addressOf = ({ path, query = {} }: Question<TSchema>, origin: string) => {
  const url = new URL(`/api/v1/${path}`, origin);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const values = typeof value === "object" ? value : [value];
    for (const one of values) url.searchParams.append(name, String(one));
  }
  return url;
};
