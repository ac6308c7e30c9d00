import { useState } from "react";
import { isDeclined } from "../api/problem.ts";
import { type Clash, type Draft, mergeConflict } from "./conflict.ts";

export type Read = Readonly<{ draft: Draft; revision: number }>;

/** A few fields saved over the revision that was read: after another's change it asks instead of overwriting. */
export const useSmallForm = ({
  read,
  readAgain,
  save: send,
  onSent,
  onDone,
}: {
  read: Read;
  readAgain: () => Promise<Read>;
  save: (mine: Draft, revision: number) => Promise<unknown>;
  /** Reads again what it came from, saved or not: opened again at once, it must not show what was there before. */
  onSent?: () => Promise<unknown>;
  onDone: () => void;
}) => {
  const [base, setBase] = useState(read);
  const [mine, setMine] = useState(read.draft);
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [error, setError] = useState<Error>();
  const [isBusy, setIsBusy] = useState(false);

  const save = async (draft: Draft, revision: number) => {
    try {
      await send(draft, revision);
    } finally {
      await onSent?.();
    }
  };

  const meetConflict = async () => {
    const theirs = await readAgain();
    const merged = mergeConflict(base.draft, theirs.draft, mine);
    setBase(theirs);
    setMine(merged.draft);
    setClashes(merged.clashes);
    // Where they touched other fields than we did nothing is to be asked: it is saved on top.
    if (merged.clashes.length > 0) return;
    await save(merged.draft, theirs.revision);
    onDone();
  };

  const submit = async () => {
    if (isBusy || clashes.length > 0) return;
    setIsBusy(true);
    setError(undefined);
    try {
      await save(mine, base.revision).then(onDone, async (refused: unknown) => {
        if (!isDeclined(refused, 412)) throw refused;
        await meetConflict();
      });
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      setIsBusy(false);
    }
  };

  const settle = (clash: Clash, takesTheirs: boolean) => {
    setClashes((now) => now.filter(({ key }) => key !== clash.key));
    if (takesTheirs) setMine((now) => ({ ...now, [clash.key]: clash.theirs }));
  };
  const set = (key: string, value: string) => setMine((now) => ({ ...now, [key]: value }));
  const { revision } = base;
  return { mine, set, clashes, settle, submit, error, isBusy, revision };
};
