import { ContractBroken } from "@wares/contracts";
import { Refused } from "@wares/platform";

/** Prints one line for whoever ran the command. */
export type Say = (line: string) => void;

/** 0: everything is in. 1: it could not be done. 2: done, but for some rows. */
export type ExitCode = 0 | 1 | 2;

export const exitCodeOf = ({ bad }: Readonly<{ bad: number }>): ExitCode => (bad > 0 ? 2 : 0);

/** What went wrong, for a person: no stack, but all that a refusal knows. */
export const explain = (error: unknown): string => {
  if (error instanceof Refused) {
    const { message, detail } = error.refusal;
    return detail === undefined ? message : `${message} ${JSON.stringify(detail)}`;
  }
  if (error instanceof ContractBroken) return error.message;
  if (error instanceof Error && "code" in error && error.code === "ENOENT" && "path" in error)
    return `there is no ${String(error.path)}`;
  if (!(error instanceof Error)) return String(error);
  // Who tries several addresses of one host fails with all of their failures, and no words of its own.
  if (error.message === "" && error instanceof AggregateError) return explain(error.errors[0]);
  const isBare = error.message === "" && error.cause !== undefined;
  return isBare ? explain(error.cause) : error.message || error.name;
};
