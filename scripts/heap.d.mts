export const heapFlagsFor: (
  words: readonly string[],
  given?: readonly string[],
) => readonly string[];
export const takeHeapFlags: (script: string) => void;
