/** What one look at the shop found. `Missing` is what only some need: it is told, and nothing fails by it. */
export type Finding = Readonly<{
  name: string;
  state: "Well" | "Broken" | "Missing";
  text: string;
  /** What to do about it. */
  todo?: string;
}>;

export const well = (name: string, text: string): Finding => ({ name, state: "Well", text });
export const broken = (name: string, text: string, todo: string): Finding => ({
  name,
  state: "Broken",
  text,
  todo,
});
export const missing = (name: string, text: string, todo: string): Finding => ({
  name,
  state: "Missing",
  text,
  todo,
});

const marks = { Well: "✓", Broken: "✗", Missing: "–" } as const;

/** One line each; what is wrong says what to do. */
export const findingLines = (findings: readonly Finding[]): readonly string[] => {
  const width = Math.max(0, ...findings.map(({ name }) => name.length));
  return findings.map(({ name, state, text, todo }) =>
    [`${marks[state]} ${name.padEnd(width)}  ${text}`, ...(todo ? [`→ ${todo}`] : [])].join(" "),
  );
};

export const exitCodeOfFindings = (findings: readonly Finding[]): 0 | 1 =>
  findings.some(({ state }) => state === "Broken") ? 1 : 0;
