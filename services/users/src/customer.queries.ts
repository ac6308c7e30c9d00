import type { Customer, CustomerList } from "@wares/contracts";
import type { Tools } from "@wares/platform";
import { pages } from "@wares/platform/http";
import type { StoredUser, UserStore } from "./user.store.ts";

const customerOf = ({ user }: StoredUser): Customer => ({
  id: user.id,
  email: user.email,
  username: user.username,
  firstName: user.profile.firstName,
  lastName: user.profile.lastName,
  language: user.profile.language,
  createdAt: user.createdAt,
});

const countedMax = 10_000;

type Asked = Readonly<{
  query?: string | undefined;
  sort: "Newest" | "Oldest";
  after?: string | undefined;
  limit: number;
}>;

/** The staff's list: by the whole e-mail, or by how a username begins. Names are sealed: no search by them. */
export const listCustomers = ({ db, keys }: Pick<Tools, "db" | "keys">, users: UserStore) => {
  const newest = pages(keys, "customers");
  const oldest = pages(keys, "customers oldest first");
  return async ({ query, sort, after, limit }: Asked): Promise<CustomerList> => {
    const isOldestFirst = sort === "Oldest";
    const list = isOldestFirst ? oldest : newest;
    const [beyond] = list.place(after) ?? [];
    const found = await users.search(db, {
      query,
      beyond: beyond === undefined ? undefined : String(beyond),
      isOldestFirst,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit).map(customerOf);
    const last = shown.at(-1);
    return {
      customers: shown,
      totalCount: await users.count(db, query, countedMax),
      countedMax,
      ...(found.length > limit && last && { next: list.next([last.id]) }),
    };
  };
};
export type ListCustomers = ReturnType<typeof listCustomers>;
