import { Problem, parse } from "@wares/contracts";
import { refusalWords } from "./refusal-words.ts";

// The page's own language, for there is no component here that knows it.
const sayingOf = ({ type, title }: Problem): string => {
  const isChinese = typeof document === "object" && document.documentElement.lang === "zh";
  return (isChinese && refusalWords[type]) || title;
};

/** The shop said no, and in which words. `field` points at what is to blame. */
export class Declined extends Error {
  override readonly name = "Declined";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(sayingOf(problem));
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

export const isDeclined = (error: unknown, status?: number): error is Declined =>
  error instanceof Declined && (status === undefined || error.status === status);

/** The last step of the pointer: `/amount/amount` is about the amount. */
export const blamed = (error: unknown): string | undefined =>
  isDeclined(error) ? error.problem.field?.split("/").findLast((step) => step !== "") : undefined;

/** A proxy in between, or a server that is just starting, answers with something else. */
export const declined = async (response: Response): Promise<Declined> => {
  const text = await response.text();
  try {
    return new Declined(parse(Problem, JSON.parse(text)));
  } catch {
    const status = Math.min(599, Math.max(400, response.status));
    return new Declined({
      type: "admin.unreadable",
      title: `The shop answered ${status}.`,
      status,
    });
  }
};

/** No answer at all: the browser says so in its own words and its own language. */
export const unreachable = (): Declined =>
  new Declined({ type: "admin.unreachable", title: "The shop does not answer.", status: 503 });
