import { isTaken } from "./outage.ts";
import { StaleWrite } from "./outcome.ts";

/**
 * Rows that are as good as always new, inserted without `on conflict`, which costs each a look into every
 * unique index and a record in the journal. One that is there after all is a lost race.
 */
export const unlessTaken = async <Result>(write: Promise<Result>, why: string): Promise<Result> => {
  try {
    return await write;
  } catch (error) {
    if (isTaken(error)) throw new StaleWrite(why, { cause: error });
    throw error;
  }
};
