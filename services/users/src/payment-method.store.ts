import {
  parse,
  PaymentMethodId,
  PaymentMethodView,
  UserId,
  type PaymentMethodKept,
} from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";

/** What is sealed: the token, and what of its card may be shown. */
export type Card = Readonly<{ token: string }> &
  Partial<Pick<PaymentMethodView, "cardBrand" | "cardLast4">>;
export type KeptMethod = Readonly<{
  userId: UserId;
  methodId: PaymentMethodId;
  type: PaymentMethodKept["data"]["type"];
  card: Card;
}>;

type Row = { method_id: string; type: string; method_sealed: string; created_at: string };

const sealing = (keys: Keys) => {
  const contextOf = (userId: string, methodId: string) => `${userId} ${methodId}`;
  const purpose = "users.payment-method";
  return {
    rowOf: ({ userId, methodId, type, card }: KeptMethod) => ({
      user_id: userId,
      method_id: methodId,
      type,
      method_sealed: keys.seal(purpose, contextOf(userId, methodId), JSON.stringify(card)),
      token_index: keys.sign(`${purpose}-index`, `${userId} ${card.token}`),
    }),
    open: (
      userId: UserId,
      { method_id, type, method_sealed, created_at }: Row,
      isDefault: boolean,
    ) => {
      const text = keys.open(purpose, contextOf(userId, method_id), method_sealed);
      // It opens for nobody but us: what is in it was put there by `rowOf`.
      const { token, ...shown } = JSON.parse(text ?? "{}") as Card;
      const method = { id: method_id, type, ...shown, isDefault, createdAt: created_at };
      return { token, method: parse(PaymentMethodView, method) };
    },
  };
};

export const paymentMethodStore = (keys: Keys) => {
  const { open } = sealing(keys);
  return {
    ...keeping(keys),

    /** The one used last comes first, and is the default. */
    list: async (tx: Queries, userId: UserId): Promise<PaymentMethodView[]> => {
      const { rows } = await tx.query<Row>(sql`
        select method_id, type, method_sealed, created_at
          from users.payment_methods
         where user_id = ${userId}
         order by used_at desc, method_id desc
      `);
      return rows.map((row, place) => open(userId, row, place === 0).method);
    },

    /** Marks it as the one used last. */
    use: async (tx: Queries, userId: UserId, methodId: PaymentMethodId) => {
      const { rows } = await tx.query<Row>(sql`
        update users.payment_methods
           set used_at = now()
         where user_id = ${userId} and method_id = ${methodId}
        returning method_id, type, method_sealed, created_at
      `);
      if (!rows[0]) return undefined;
      const { token, method } = open(userId, rows[0], true);
      return { type: method.type, token };
    },

    remove: async (tx: Queries, userId: UserId, methodId: PaymentMethodId): Promise<boolean> => {
      const { rowCount } = await tx.query(sql`
        delete from users.payment_methods where user_id = ${userId} and method_id = ${methodId}
      `);
      return rowCount === 1;
    },
  };
};
export type PaymentMethodStore = ReturnType<typeof paymentMethodStore>;

const keeping = (keys: Keys) => {
  const { rowOf } = sealing(keys);
  return {
    /** Of whom is there. A card that is kept already stays the row it is, and comes to the front. */
    keep: async (tx: Queries, methods: readonly KeptMethod[], most: number): Promise<void> => {
      // One statement meets a row once.
      const unlike = new Map(methods.map(rowOf).map((row) => [row.token_index, row]));
      await tx.query(sql`
        insert into users.payment_methods (method_id, user_id, type, method_sealed, token_index)
        select method_id, user_id, type, method_sealed, token_index
          from jsonb_to_recordset(${JSON.stringify([...unlike.values()])}::jsonb)
            as kept(method_id uuid, user_id uuid, type text, method_sealed text, token_index text)
            on conflict (user_id, token_index) do update set used_at = now()
      `);
      await tx.query(sql`
        delete from users.payment_methods
         where method_id in (
                 select method_id
                   from (select method_id,
                                row_number() over (partition by user_id
                                                   order by used_at desc, method_id desc) as place
                           from users.payment_methods
                          where user_id = any(${methods.map(({ userId }) => userId)}::uuid[])) as placed
                  where place > ${most})
      `);
    },

    /** Counts the change of each, in the order of their ids; answers who is there. */
    nextRevisions: async (tx: Queries, userIds: readonly UserId[]): Promise<Set<UserId>> => {
      const { rows } = await tx.query<{ user_id: string }>(sql`
        update users.users
           set revision = revision + 1, updated_at = now()
         where user_id in (select user_id from users.users
                            where user_id = any(${userIds}::uuid[])
                            order by user_id for update)
        returning user_id
      `);
      return new Set(rows.map(({ user_id }) => parse(UserId, user_id)));
    },
  };
};
