import type { Say } from "./report.ts";

export type RowProblem = Readonly<{ line: number; problem: string }>;

const shownMax = 20;
const lengthMax = 300;

/** Bad rows are told by their line, the first twenty in full; a file that is bad throughout stays readable. */
export const problemList = (say: Say) => {
  let count = 0;
  return {
    tell: ({ line, problem }: RowProblem): void => {
      count++;
      if (count <= shownMax) say(`line ${line}: ${problem.slice(0, lengthMax)}`);
    },
    count: (): number => count,
    end: (): void => {
      if (count > shownMax) say(`… and ${(count - shownMax).toLocaleString("en")} more bad rows.`);
    },
  };
};
export type ProblemList = ReturnType<typeof problemList>;
