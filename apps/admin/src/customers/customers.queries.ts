import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { CustomerList, User } from "@wares/contracts";
import { ask, withQuery } from "../api/ask.ts";

export type CustomerFilter = Readonly<{
  query?: string;
  sort?: "Newest" | "Oldest";
  after?: string;
  limit?: number;
}>;

export const customersQuery = (filter: CustomerFilter) =>
  queryOptions({
    queryKey: ["customers", "list", filter],
    queryFn: ({ signal }) => ask(CustomerList, withQuery("users", filter), signal),
    placeholderData: keepPreviousData,
  });

export const customerQuery = (userId: string) =>
  queryOptions({
    queryKey: ["customers", "one", userId],
    queryFn: ({ signal }) => ask(User, `users/${encodeURIComponent(userId)}`, signal),
  });
