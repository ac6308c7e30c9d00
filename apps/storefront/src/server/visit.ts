import type { Problem, Session } from "@wares/contracts";
import { createContext } from "react-router";
import type { Static, TSchema } from "typebox";

export type Question<Schema extends TSchema> = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api/v1, without a slash in front. */
  path: string;
  /** Lists go out as repeated names; what is undefined stays away. */
  query?: Record<string, QueryValue>;
  body?: object;
  schema: Schema;
  /** The tag of what was read, for an edit that must not overwrite somebody else's. */
  ifMatch?: string | undefined;
};
type QueryValue = string | number | boolean | readonly string[] | undefined;

export type Asking = <Schema extends TSchema>(
  question: Question<Schema>,
) => Promise<Static<Schema>>;

/** What a page may know of who asks, and do for them. One exists per request. */
export type Visit = {
  /** Asks the shop's API; an answer is parsed by its contract, a "no" is thrown as the problem it is. */
  ask: Asking;
  /** The same, with the tag that an edit sends back. */
  askTagged: <Schema extends TSchema>(
    question: Question<Schema>,
  ) => Promise<{ value: Static<Schema>; tag: string | undefined }>;
  isSignedIn: () => boolean;
  signIn: (session: Session) => void;
  signOut: () => void;
  /** A guest's token is made when it is first needed, never for who only looks. */
  needGuest: () => Promise<void>;
  cookie: (name: string) => string | undefined;
  remember: (name: string, value: string, forSeconds?: number) => void;
  forget: (name: string) => void;
  now: () => Date;
};

/** Filled by the server for each request; a test fills it with what it wants said. */
export const visitContext = createContext<Visit>();

export type Attempt<Value> =
  | { value: Value; problem?: never }
  | { problem: Problem; value?: never };

/** For actions, where a "no" is an answer to show and not the end of the page. */
export const attempt = async <Value>(
  asking: Promise<Value>,
  isAnswer: (problem: Problem) => boolean = isNo,
): Promise<Attempt<Value>> => {
  try {
    return { value: await asking };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem || !isAnswer(problem)) throw error;
    return { problem };
  }
};
const isNo = ({ status }: Problem): boolean => status < 500;

export const retrySecondsOf = ({ detail }: Problem): number => {
  const seconds = Number(detail?.["retryAfterSeconds"]);
  return seconds >= 1 ? seconds : 5;
};

const problemOf = (error: unknown): Problem | undefined => {
  const thrown = error as { type?: unknown; data?: Problem } | null;
  const isAnswer = typeof thrown === "object" && thrown?.type === "DataWithResponseInit";
  return isAnswer && typeof thrown.data?.status === "number" ? thrown.data : undefined;
};
