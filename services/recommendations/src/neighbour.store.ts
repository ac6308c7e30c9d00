import type { BuyerId, Language, ProductId, Sku } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { Candidate } from "./content.ts";
import type { Deed } from "./recommend.ts";

// Counted when asked, over the latest orders and views alone: an order that was paid a second ago
// counts, nothing is recomputed at night, and the cost does not grow with the shop's age.

const ordersMax = 300;
const viewersMax = 200;
const perSeedMax = 30;

type Neighbour = Readonly<{ productId: ProductId; because: ProductId }>;

/** What was bought in the same orders, the surprising before the merely popular. */
export const boughtWith = async (db: Queries, seeds: readonly ProductId[]) => {
  const { rows } = await db.query<Neighbour>(
    named(
      "recommendations.bought_with",
      sql`
        select other.product_id as "productId", seed.id as because
          from unnest(${seeds}::uuid[]) with ordinality as seed(id, rank)
          join lateral (
            select theirs.product_id, count(*) / sqrt(10 + max(products.bought)) as score
              from (select order_id from recommendations.purchases
                     where product_id = seed.id order by at desc limit ${ordersMax}) as orders
              join recommendations.purchases as theirs using (order_id)
              join recommendations.products on products.product_id = theirs.product_id and is_active
             where theirs.product_id <> seed.id
             group by theirs.product_id
             order by score desc, theirs.product_id
             limit ${perSeedMax}
          ) as other on true
         order by other.score desc, seed.rank
      `,
    ),
  );
  return rows;
};

/** What those who looked at it looked at too. */
export const viewedWith = async (db: Queries, seeds: readonly ProductId[]) => {
  const { rows } = await db.query<Neighbour>(
    named(
      "recommendations.viewed_with",
      sql`
        select other.product_id as "productId", seed.id as because
          from unnest(${seeds}::uuid[]) with ordinality as seed(id, rank)
          join lateral (
            select theirs.product_id,
                   count(distinct buyer_id) / sqrt(10 + max(products.viewed)) as score
              from (select distinct buyer_id from (
                      select buyer_id from recommendations.behaviours
                       where product_id = seed.id and type = 'View'
                       order by at desc limit ${viewersMax}) as latest) as viewers
              join recommendations.behaviours as theirs using (buyer_id)
              join recommendations.products on products.product_id = theirs.product_id and is_active
             where theirs.type = 'View' and theirs.product_id <> seed.id
             group by theirs.product_id
             order by score desc, theirs.product_id
             limit ${perSeedMax}
          ) as other on true
         order by other.score desc, seed.rank
      `,
    ),
  );
  return rows;
};

const candidatesMax = 400;

/** The seed's features, and those of its family: what `mostAlike` compares. */
export const family = async (db: Queries, seed: ProductId) => {
  const { rows } = await db.query<Candidate & { isSeed: boolean }>(
    named(
      "recommendations.family",
      sql`
        (select product_id as "productId", features, true as "isSeed"
           from recommendations.products where product_id = ${seed})
        union all
        (select product_id, features, false
           from recommendations.products
          where category_id = (select category_id from recommendations.products
                                where product_id = ${seed})
            and is_active and product_id <> ${seed}
          limit ${candidatesMax})
      `,
    ),
  );
  const found = rows.find(({ isSeed }) => isSeed);
  return {
    seed: found?.features ?? [],
    candidates: rows.filter(({ isSeed }) => !isSeed),
  };
};

const deedsMax = 60;

export const latestDeeds = async (db: Queries, buyerId: BuyerId): Promise<readonly Deed[]> => {
  const { rows } = await db.query<Deed>(
    named(
      "recommendations.latest_deeds",
      sql`
        select product_id as "productId", type
          from recommendations.behaviours
         where buyer_id = ${buyerId} and product_id is not null
         order by at desc
         limit ${deedsMax}
      `,
    ),
  );
  return rows;
};

export const mostBought = async (db: Queries, limit: number): Promise<readonly ProductId[]> => {
  const { rows } = await db.query<{ id: ProductId }>(
    named(
      "recommendations.most_bought",
      sql`
        select product_id as id from recommendations.products
         where is_active and bought + viewed > 0
         order by bought desc, viewed desc limit ${limit}
      `,
    ),
  );
  return rows.map(({ id }) => id);
};

export const newest = async (db: Queries, limit: number): Promise<readonly ProductId[]> => {
  const { rows } = await db.query<{ id: ProductId }>(
    named(
      "recommendations.newest",
      sql`
        select product_id as id from recommendations.products
         where is_active order by created_at desc limit ${limit}
      `,
    ),
  );
  return rows.map(({ id }) => id);
};

export const productsOfSkus = async (db: Queries, skus: readonly Sku[]) => {
  const { rows } = await db.query<{ id: ProductId }>(sql`
    select product_id as id from recommendations.products where skus && ${skus}::text[] limit 100
  `);
  return rows.map(({ id }) => id);
};

export const namesOf = async (db: Queries, ids: readonly ProductId[], language: Language) => {
  const { rows } = await db.query<{ id: ProductId; en: string; zh: string | null }>(sql`
    select product_id as id, name_en as en, name_zh as zh
      from recommendations.products where product_id = any(${ids}::uuid[])
  `);
  return new Map(rows.map(({ id, en, zh }) => [id, language === "zh" ? (zh ?? en) : en]));
};
