import { memo, type ReactNode } from "react";
import { SortHead, type Sort } from "./sort-head.tsx";
import { useWords, type Words } from "./language.tsx";
import type { useRows } from "./use-rows.ts";

const words = {
  en: { chooseAll: "Choose all" },
  zh: { chooseAll: "全选" },
} satisfies Words<unknown>;

export type Column<Row> = Readonly<{
  key: string;
  name: string;
  /** Of head and cells: `n` for numbers, `k-…` for what a narrow window leaves out. */
  className?: string;
  /** Of its cells alone. */
  tone?: string | ((row: Row) => string);
  cell: (row: Row) => ReactNode;
  sort?: Sort;
  /** Without it a row could not be told from the next. */
  isFixed?: boolean;
}>;

type Rows = ReturnType<typeof useRows>;
type Table<Row> = Readonly<{
  className: string;
  columns: readonly Column<Row>[];
  items: readonly Row[];
  keyOf: (row: Row) => string;
  /** Moved through by keyboard. */
  rows?: Rows;
  /** What the box that chooses a row is called. */
  choose?: (row: Row) => string;
  isChosen?: (row: Row) => boolean;
}> &
  Readonly<{ label: string } | { labelledBy: string }>;

/** Every table of rows: of a list that fills the window, or of a card. */
export const DataTable = <Row,>(table: Table<Row>) => {
  const { className, columns, items, rows, choose } = table;
  const frame =
    "label" in table
      ? { className: "tw list", role: "region", "aria-label": table.label }
      : { className: "tw", role: "group", "aria-labelledby": table.labelledBy };
  return (
    <div {...frame} tabIndex={0}>
      <table className={className}>
        <thead>
          <tr>
            {rows && choose && <ChooseAll rows={rows} of={items.length} />}
            {columns.map((column) =>
              column.sort ? (
                <SortHead
                  key={column.key}
                  className={column.className}
                  name={column.name}
                  sort={column.sort}
                />
              ) : (
                <th key={column.key} className={column.className}>
                  {column.name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody ref={rows?.rows}>
          {items.map((row, index) => (
            <TableRow key={table.keyOf(row)} table={table} row={row} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const TableRow = <Row,>({ table, row, index }: { table: Table<Row>; row: Row; index: number }) => {
  const { columns, rows, choose } = table;
  const isPicked = rows !== undefined && rows.chosen.includes(table.keyOf(row));
  const isChosen = isPicked || table.isChosen?.(row) === true;
  return (
    <tr {...rows?.rowProps(index)} data-chosen={isChosen || undefined}>
      {rows && choose && (
        <td className="box">
          <input
            type="checkbox"
            aria-label={choose(row)}
            checked={isPicked}
            onChange={() => rows.pick(index, false)}
          />
        </td>
      )}
      <Cells columns={columns} row={row} />
    </tr>
  );
};

/** Moving from row to row draws no cell again. */
const CellsOf = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) =>
  columns.map(({ key, className = "", tone = "", cell }) => (
    <td key={key} className={`${className} ${typeof tone === "function" ? tone(row) : tone}`}>
      {cell(row)}
    </td>
  ));
const Cells = memo(CellsOf) as unknown as typeof CellsOf;

const ChooseAll = ({ rows, of }: { rows: Rows; of: number }) => {
  const text = useWords(words);
  const areAll = of > 0 && rows.chosen.length === of;
  return (
    <th className="box">
      <input
        type="checkbox"
        aria-label={text.chooseAll}
        checked={areAll}
        ref={(box) => {
          if (box) box.indeterminate = rows.chosen.length > 0 && !areAll;
        }}
        onChange={(event) => rows.chooseAll(event.currentTarget.checked)}
      />
    </th>
  );
};
