import {
  AccountOpened,
  PaymentId,
  PaymentMethodKept,
  UserId,
  type AddressRequest,
  type Role,
} from "@wares/contracts";
import { newId, uuidv7 } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { usersService } from "./users.service.ts";

export const home: AddressRequest = {
  firstName: "Mira",
  lastName: "Okafor",
  addressLine1: "12 Harbour Street",
  city: "Galway",
  state: "",
  postalCode: "H91 X2F4",
  country: "IE",
  phone: "+353 91 000000",
  type: "Both",
  isDefault: true,
};

type Shown = Partial<Pick<PaymentMethodKept["data"], "cardBrand" | "cardLast4" | "paymentId">> &
  Readonly<{ token: string }>;

export const usersWorld = async (db: Database) => {
  const tools = testTools(db);
  const { service, savedMethod } = usersService(tools);
  let asking: { userId: UserId; roles: readonly Role[] } = { userId: newId(UserId), roles: [] };
  const app = await testServer([service], () => asking);
  return {
    service,
    savedMethod,
    /** As payments tells it, with the token sealed for us. */
    keep: async (...methods: readonly (Pick<PaymentMethodKept["data"], "userId"> & Shown)[]) => {
      const events = methods.map(({ userId, token, paymentId = newId(PaymentId), ...shown }) =>
        PaymentMethodKept({
          userId,
          paymentId,
          type: "CreditCard",
          sealedToken: tools.keys.seal("payment-token", `payment ${paymentId}`, token),
          ...shown,
        }),
      );
      await transact(db, (tx) => publish(tx, events));
      await settle(db, [service]);
    },
    settle: () => settle(db, [service]),
    as: (userId: UserId, ...roles: readonly Role[]) => {
      asking = { userId, roles };
    },
    open: async (name: string, at: Date = new Date()): Promise<UserId> => {
      const [userId] = [uuidv7(at.getTime()) as UserId];
      const opened = AccountOpened({
        userId,
        email: `${name}@example.org`,
        username: name,
        firstName: "Mira",
        language: "zh",
        currency: "CNY",
        openedAt: at.toISOString(),
      });
      await transact(db, (tx) => publish(tx, [opened]));
      await settle(db, [service]);
      return userId;
    },
    call: (
      method: "GET" | "POST" | "PUT" | "DELETE",
      url: string,
      payload?: object,
      revision?: number,
    ) =>
      app.inject({
        method,
        url: `/api/v1/users${url}`,
        ...(payload && { payload }),
        ...(revision !== undefined && { headers: { "if-match": `"${revision}"` } }),
      }),
    said: async (type: string): Promise<Record<string, unknown>[]> => {
      const { rows } = await db.query<{ data: Record<string, unknown> }>(
        "select data from platform.outbox where type = $1 order by position",
        [type],
      );
      return rows.map(({ data }) => data);
    },
  };
};
