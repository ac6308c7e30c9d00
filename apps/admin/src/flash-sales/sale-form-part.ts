import type { useSmallForm } from "../shell/use-small-form.ts";

export type SaleFormPart = Readonly<{
  form: ReturnType<typeof useSmallForm>;
  /** What is wrong with a field: by the shop's word, or once it was tried, by ours. */
  said: (key: string) => string | undefined;
}>;
