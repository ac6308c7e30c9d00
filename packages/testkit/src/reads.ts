import type { Queries } from "@wares/platform/database";

type Node = Readonly<{
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: readonly Node[];
}>;
type Explained = Readonly<{
  Plan: Node & Readonly<Record<"Shared Hit Blocks" | "Shared Read Blocks", number>>;
  "Execution Time": number;
}>;

/** What one statement took. `rows` counts those that were read and thrown away, too. */
export type Read = Readonly<{
  text: string;
  rows: number;
  pages: number;
  ms: number;
  plan: string;
}>;

const isOfTable = /^(Seq|Index|Index Only|Bitmap Index|Tid|Sample) Scan$/;

/** What tables and indexes gave, in every round: kept, or looked at and thrown away. */
const rowsRead = ({ Plans: below, ...node }: Node): number => {
  if (below) return below.reduce((sum, one) => sum + rowsRead(one), 0);
  if (!isOfTable.test(node["Node Type"])) return 0;
  const removed =
    (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return (node["Actual Rows"] + removed) * node["Actual Loops"];
};

const asText = (node: Node, depth = 0): string =>
  [
    `${"  ".repeat(depth)}${node["Node Type"]} ${rowsRead(node)}`,
    ...(node.Plans ?? []).map((one) => asText(one, depth + 1)),
  ].join("\n");

type Statement = Readonly<{ text: string; values: unknown[] }>;

/**
 * A database that says of every statement sent to it how much the server read to answer. For lists: what
 * grows with the table is found by counting, on a busy machine too.
 */
export const readsOf = (db: Queries) => {
  const reads: Read[] = [];
  const explained = async (statement: Statement) => {
    const { text, values } = statement;
    const { rows } = await db.query<{ "QUERY PLAN": readonly Explained[] }>({
      text: `explain (analyze, buffers, timing off, format json) ${text}`,
      values,
    });
    const [found] = rows[0]?.["QUERY PLAN"] ?? [];
    if (!found) throw new Error(`No plan of ${text}`);
    const { Plan: plan } = found;
    reads.push({
      text,
      rows: rowsRead(plan),
      pages: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
      ms: found["Execution Time"],
      plan: asText(plan),
    });
    return db.query(statement);
  };
  // Stores send statements with their values, and nothing else.
  return { reads, queries: { query: explained } as unknown as Queries };
};

/** The statements that read more than they may, for an `expect` that shows how. */
export const excess = (reads: readonly Read[], mostOf: (text: string) => number) =>
  reads
    .filter(({ rows, text }) => rows > mostOf(text))
    .map(({ rows, text, plan }) => `${rows} rows, ${mostOf(text)} at most: ${text}\n${plan}`);
