import { OrderCreated, UserErased } from "@wares/contracts";
import { on, type Service, type Tools } from "@wares/platform";
import { cartCommands } from "./cart.commands.ts";
import type { CartNeeds } from "./cart.needs.ts";
import { findCart } from "./cart.queries.ts";
import { cartRoutes } from "./cart.routes.ts";
import { forgetCarts, takeOut } from "./cart.store.ts";

/** Carts: what somebody means to buy, until they do. */
export const cartsService = ({ db }: Tools, needs: CartNeeds) => {
  const commands = cartCommands(db, needs);
  return {
    service: {
      name: "carts",
      routes: [{ prefix: "/cart", plugin: cartRoutes(commands, findCart(db, needs)) }],
      subscriptions: [
        on(OrderCreated, (events, tx) =>
          takeOut(
            tx,
            events.flatMap(({ data: { buyerId, items } }) =>
              items.map(({ sku, quantity }) => ({ buyerId, sku, quantity })),
            ),
          ),
        ),
        on(UserErased, async (events, tx) => {
          await forgetCarts(
            tx,
            events.map(({ data: { userId } }) => userId),
          );
        }),
      ],
      jobs: [
        {
          name: "carts.say_abandoned",
          schedule: "17 * * * *",
          run: async (_payload, signal) => {
            while (!signal.aborted && (await commands.sayAbandoned()) > 0);
          },
        },
      ],
    } satisfies Service,
  };
};
