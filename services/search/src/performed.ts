import { BuyerId, parse, SearchPerformed, type UserId } from "@wares/contracts";

export type Performed = Readonly<{
  buyerId: BuyerId;
  userId?: UserId;
  query: string;
  totalCount: number;
}>;

/** A question without words is browsing, and nobody's search. */
export const isSearch = ({ query }: Pick<Performed, "query">): boolean => query.trim() !== "";

export const searchPerformed = ({ buyerId, userId, query, totalCount }: Performed) =>
  SearchPerformed({
    buyerId: parse(BuyerId, buyerId),
    ...(userId && { userId }),
    query: query.trim(),
    totalCount,
  });
