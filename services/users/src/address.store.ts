import {
  AddressId,
  parse,
  PostalAddress,
  type Address,
  type AddressRequest,
  type UserId,
} from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";
import { usesThatClash } from "./person.ts";

type Row = {
  address_id: string;
  type: Address["type"];
  is_default: boolean;
  address_sealed: string;
};

export const addressStore = (keys: Keys) => ({
  /** Oldest first, so that a list does not jump when one is edited. */
  list: async (tx: Queries, userId: UserId): Promise<Address[]> => {
    const { rows } = await tx.query<Row>(sql`
      select address_id, type, is_default, address_sealed
        from users.addresses
       where user_id = ${userId}
       order by created_at, address_id
    `);
    return rows.map(({ address_id, type, is_default, address_sealed }) => ({
      id: parse(AddressId, address_id),
      ...parse(
        PostalAddress,
        JSON.parse(keys.open("users.address", `${userId} ${address_id}`, address_sealed) ?? "null"),
      ),
      type,
      isDefault: is_default,
    }));
  },

  /** A new default takes the place of the old one. */
  save: async (
    tx: Queries,
    userId: UserId,
    addressId: AddressId,
    { type, isDefault, ...postal }: AddressRequest,
  ): Promise<void> => {
    if (isDefault)
      await tx.query(sql`
        update users.addresses
           set is_default = false
         where user_id = ${userId} and type = any(${usesThatClash(type)}::text[])
      `);
    const sealed = keys.seal("users.address", `${userId} ${addressId}`, JSON.stringify(postal));
    await tx.query(sql`
      insert into users.addresses (address_id, user_id, type, is_default, address_sealed)
      values (${addressId}, ${userId}, ${type}, ${isDefault}, ${sealed})
          on conflict (address_id) do update
         set type = excluded.type, is_default = excluded.is_default,
             address_sealed = excluded.address_sealed
       where addresses.user_id = excluded.user_id
    `);
  },

  remove: async (tx: Queries, userId: UserId, addressId: AddressId): Promise<boolean> => {
    const { rowCount } = await tx.query(sql`
      delete from users.addresses where user_id = ${userId} and address_id = ${addressId}
    `);
    return rowCount === 1;
  },
});
export type AddressStore = ReturnType<typeof addressStore>;
