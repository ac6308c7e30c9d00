import type { ProductStatus, StaffProductList } from "@wares/contracts";

export type Row = StaffProductList["products"][number];
export type Step = Readonly<{
  id: string;
  revision: number;
  to: ProductStatus;
  back: ProductStatus;
}>;
export type Aim = "hide" | "show";

/**
 * What a bulk change does to whom it can, and the way back. Nothing returns to Draft: a draft that
 * was put on sale goes back to hidden.
 */
export const stepsTo = (aim: Aim, rows: readonly Row[]): readonly Step[] =>
  rows.flatMap(({ id, revision, status }): Step[] => {
    if (aim === "hide")
      return status === "Active" ? [{ id, revision, to: "Inactive", back: "Active" }] : [];
    return status === "Inactive" || status === "Draft"
      ? [{ id, revision, to: "Active", back: "Inactive" }]
      : [];
  });

export type Outcome = Readonly<{ done: readonly Step[]; failures: readonly string[] }>;

/** One after the other: each that was done, as the step that takes it back, and each "no" with its reason. */
export const walkSteps = async (
  steps: readonly Step[],
  change: (step: Step) => Promise<number>,
  onStep: (outcome: Outcome) => void,
): Promise<Outcome> => {
  let outcome: Outcome = { done: [], failures: [] };
  for (const step of steps) {
    try {
      const revision = await change(step);
      const { id, to, back } = step;
      outcome = { ...outcome, done: [...outcome.done, { id, revision, to: back, back: to }] };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      outcome = { ...outcome, failures: [...outcome.failures, why] };
    }
    onStep(outcome);
  }
  return outcome;
};
