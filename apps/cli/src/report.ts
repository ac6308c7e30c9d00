import { ContractBroken } from "@wares/contracts";
import { Outage, Refused } from "@wares/platform";

/** Prints one line for whoever ran the command. */
export type Say = (line: string) => void;

/** 0: everything is in. 1: it could not be done. 2: done, but for some rows. */
export type ExitCode = 0 | 1 | 2;

export const exitCodeOf = ({ bad }: Readonly<{ bad: number }>): ExitCode => (bad > 0 ? 2 : 0);

const causeOf = ({ cause }: Error): readonly string[] => (cause ? [explain(cause)] : []);

/** What went wrong, for a person: no stack, but all that a refusal knows. */
export const explain = (error: unknown): string => {
  if (error instanceof Refused) {
    const { message, detail } = error.refusal;
    return detail === undefined ? message : `${message} ${JSON.stringify(detail)}`;
  }
  if (error instanceof ContractBroken) return error.message;
  if (error instanceof Outage) return [error.message, ...causeOf(error)].join(" ");
  if (error instanceof Error && "code" in error && error.code === "ENOENT" && "path" in error)
    return `there is no ${String(error.path)}`;
  if (!(error instanceof Error)) return String(error);
  // Who tries several addresses of one host fails with all of their failures, and no words of its own.
  if (error.message === "" && error instanceof AggregateError) return explain(error.errors[0]);
  return error.message || causeOf(error)[0] || error.name;
};
