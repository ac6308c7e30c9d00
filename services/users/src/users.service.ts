import { AccountOpened, PaymentMethodKept } from "@wares/contracts";
import { on, type Service, type Tools } from "@wares/platform";
import { addressCommands } from "./address.commands.ts";
import { addressStore } from "./address.store.ts";
import { listCustomers } from "./customer.queries.ts";
import { paymentMethodCommands } from "./payment-method.commands.ts";
import { paymentMethodStore } from "./payment-method.store.ts";
import { peopleCommands } from "./person.commands.ts";
import { userCommands } from "./user.commands.ts";
import { userStore } from "./user.store.ts";
import { usersRoutes } from "./users.routes.ts";

/** Users: the person behind an account, sealed at rest; what they want of us, where they live, what they pay with. */
export const usersService = (tools: Tools) => {
  const users = userStore(tools.keys);
  const addresses = addressStore(tools.keys);
  const methods = paymentMethodStore(tools.keys);
  const people = peopleCommands(tools, users, addresses, methods);
  const paymentMethods = paymentMethodCommands(tools, people, methods);
  const commands = userCommands(tools, users, people);
  const routes = usersRoutes({
    users: commands,
    addresses: addressCommands(people, addresses),
    paymentMethods,
    list: listCustomers(tools, users),
  });
  const service: Service = {
    name: "users",
    routes: [{ prefix: "/users", plugin: routes }],
    subscriptions: [
      on(AccountOpened, (events, tx) =>
        commands.welcome(
          tx,
          events.map(({ data }) => data),
        ),
      ),
      on(PaymentMethodKept, (events, tx) =>
        paymentMethods.keep(
          tx,
          events.map(({ data }) => data),
        ),
      ),
    ],
  };
  return { service, savedMethod: paymentMethods.use };
};
