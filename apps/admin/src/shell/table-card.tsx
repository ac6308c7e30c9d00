import type { ReactNode } from "react";
import { type Column, DataTable } from "./data-table.tsx";
import { Answer } from "./faces.tsx";

/** A card that is a table: its name, where all of it is, and what it says when there is nothing. */
export const TableCard = <Data, Row>({
  id,
  className,
  title,
  aside,
  query,
  rowsOf,
  none,
  expected,
  table,
}: {
  id: string;
  className: string;
  title: string;
  aside?: ReactNode;
  query: Readonly<{ data: Data | undefined; error: Error | null; refetch: () => Promise<unknown> }>;
  rowsOf: (data: Data) => readonly Row[];
  none: string;
  expected: number;
  table: Readonly<{
    className: string;
    columns: readonly Column<Row>[];
    keyOf: (row: Row) => string;
  }>;
}) => (
  <section className={`card ${className}`} aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      {aside}
    </header>
    <Answer query={query} rows={expected}>
      {(data) => {
        const items = rowsOf(data);
        if (items.length === 0) return <p className="in-b q">{none}</p>;
        return <DataTable {...table} items={items} labelledBy={id} />;
      }}
    </Answer>
  </section>
);
