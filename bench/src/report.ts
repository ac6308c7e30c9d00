/** One measured number. Its key is its name in the JSON line. */
export type Figure = Readonly<{
  group: string;
  key: string;
  label: string;
  value: number;
  unit: string;
  /** What it was measured on, where a reader would ask. */
  remark?: string;
  /** Of processor, the shop's and its database's together, for each of them. */
  costMs?: number;
}>;

/** What describes the run itself, and is no measurement. */
export type Facts = Readonly<Record<string, string>>;

/** Three significant digits are more than one run can promise; whole numbers are kept whole. */
const asText = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", {
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
    maximumFractionDigits: digits,
  });
};

export const renderTable = (figures: readonly Figure[]): string => {
  const rows = figures.map(({ value, ...figure }) => ({ ...figure, value: asText(value) }));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const labelWidth = widest(rows.map(({ label }) => label));
  const valueWidth = widest(rows.map(({ value }) => value));
  const unitWidth = widest(rows.map(({ unit }) => unit));
  const groups = Map.groupBy(rows, ({ group }) => group);
  return [...groups]
    .map(([group, members]) =>
      [
        group,
        ...members.map(({ label, value, unit, remark = "" }) =>
          `  ${label.padEnd(labelWidth)}  ${value.padStart(valueWidth)} ${unit.padEnd(unitWidth)}  ${remark}`.trimEnd(),
        ),
      ].join("\n"),
    )
    .join("\n\n");
};

/** One object on one line: what is measured by key, then what it was measured on. */
export const renderJson = (figures: readonly Figure[], facts: Facts): string => {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const measured = figures.flatMap(({ key, value, costMs }) => [
    [key, rounded(value)] as const,
    ...(costMs === undefined
      ? []
      : [[key.replace(/_per_s$/, "_processor_ms"), rounded(costMs)] as const]),
  ]);
  return JSON.stringify({ ...Object.fromEntries(measured), ...facts });
};
