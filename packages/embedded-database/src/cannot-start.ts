/** Why there is no database, in one sentence made for the person who typed the command. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  EROFS: "is on a read-only disk",
  ENOSPC: "is on a disk that is full",
  EDQUOT: "is beyond this user's disk quota",
  ENOTDIR: "is not a folder",
  EEXIST: "is not a folder",
};

/** Disk trouble becomes a sentence; whatever we do not know stays what it is. */
export const naming = async <Result>(
  folder: string,
  work: () => Result | Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const sentence = SENTENCES[code];
    if (!sentence) throw error;
    throw new CannotStart(`The database cannot start: ${folder} ${sentence}.`, { cause: error });
  }
};
