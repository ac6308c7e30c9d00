import type { ProductId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { Document } from "./document.ts";

type Row = {
  product_id: ProductId;
  revision: number;
  price_revision: number;
  status: Document["status"];
  words: Document["words"];
  label: Document["label"];
  rating_sum: number;
  rating_count: number;
};

const fromRow = (row: Row): Document => ({
  productId: row.product_id,
  revision: row.revision,
  priceRevision: row.price_revision,
  status: row.status,
  words: row.words,
  label: row.label,
  ratingSum: row.rating_sum,
  ratingCount: row.rating_count,
});

export const lockDocuments = async (
  tx: Queries,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, Document>> => {
  const { rows } = await tx.query<Row>(
    named(
      "search.lock_documents",
      sql`
      select product_id, revision, price_revision, status, words, label, rating_sum, rating_count
        from search.documents
       where product_id = any(${ids}::uuid[])
       order by product_id
         for update
    `,
    ),
  );
  return new Map(rows.map((row) => [row.product_id, fromRow(row)]));
};

export const saveDocuments = async (tx: Queries, documents: readonly Document[]): Promise<void> => {
  if (documents.length === 0) return;
  const rows = documents.map((document) => ({
    product_id: document.productId,
    revision: document.revision,
    price_revision: document.priceRevision,
    status: document.status,
    words: document.words,
    label: document.label,
    rating_sum: document.ratingSum,
    rating_count: document.ratingCount,
  }));
  await tx.query(
    named(
      "search.save_documents",
      sql`
      insert into search.documents
             (product_id, revision, price_revision, status, words, label, rating_sum, rating_count)
      select product_id, revision, price_revision, status, words, label, rating_sum, rating_count
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as row(product_id uuid, revision int, price_revision int, status text, words jsonb,
                 label jsonb, rating_sum int, rating_count int)
          on conflict (product_id) do update
         set (revision, price_revision, status, words, label, rating_sum, rating_count, changed_in)
           = (excluded.revision, excluded.price_revision, excluded.status, excluded.words,
              excluded.label, excluded.rating_sum, excluded.rating_count, pg_current_xact_id())
    `,
    ),
  );
};

/** Marks as gone what a rebuild did not name. A row is kept, so that other processes hear of it. */
export const withdrawOthers = (tx: Queries, kept: readonly ProductId[]) =>
  tx.query(sql`
    update search.documents
       set status = 'Discontinued', changed_in = pg_current_xact_id()
     where status = 'Active' and not product_id = any(${kept}::uuid[])
  `);

export const documentsOf = async (
  db: Queries,
  ids: readonly ProductId[],
): Promise<readonly (Document & { changedIn: string })[]> => {
  const { rows } = await db.query<Row & { changed_in: string }>(
    named(
      "search.documents_of",
      sql`
      select product_id, revision, price_revision, status, words, label, rating_sum, rating_count,
             changed_in::text
        from search.documents
       where product_id = any(${ids}::uuid[])
    `,
    ),
  );
  return rows.map((row) => ({ ...fromRow(row), changedIn: row.changed_in }));
};
