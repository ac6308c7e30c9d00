import {
  Address,
  AddressList,
  AddressPath,
  AddressRequest,
  CustomerList,
  CustomerQuery,
  Done,
  PaymentMethodPath,
  Preferences,
  Profile,
  User,
  UserPath,
} from "@wares/contracts";
import { Refused } from "@wares/platform";
import { answers, ifMatch, signedIn, tag, type Routes } from "@wares/platform/http";
import type { FastifyReply } from "fastify";
import type { AddressCommands } from "./address.commands.ts";
import type { ListCustomers } from "./customer.queries.ts";
import type { PaymentMethodCommands } from "./payment-method.commands.ts";
import { refusals } from "./refusals.ts";
import type { Seen } from "./person.commands.ts";
import type { UserCommands } from "./user.commands.ts";

type Commands = Readonly<{
  users: UserCommands;
  addresses: AddressCommands;
  paymentMethods: PaymentMethodCommands;
  list: ListCustomers;
}>;

const said = (operationId: string, summary: string) => ({ operationId, summary, tags: ["users"] });
const customer = { allow: "customer" } as const;
const staff = { allow: "staff" } as const;

const addressOf = ({ user }: Seen, addressId: string): Address => {
  const address = user.addresses.find(({ id }) => id === addressId);
  if (!address) throw new Refused(refusals.noSuchAddress);
  return address;
};
const userWithTag = (reply: FastifyReply, { user, revision }: Seen): User => {
  tag(reply, revision);
  return user;
};

export const usersRoutes =
  (commands: Commands): Routes =>
  async (app) => {
    app.addHook("onRequest", async (_request, reply) => {
      void reply.header("cache-control", "no-store");
    });
    await app.register(ownRoutes(commands));
    await app.register(addressRoutes(commands));
    await app.register(oneAddressRoutes(commands));
    await app.register(paymentMethodRoutes(commands));
    await app.register(staffRoutes(commands));
  };

const ownRoutes =
  ({ users }: Commands): Routes =>
  async (app) => {
    app.get(
      "/me",
      {
        config: customer,
        schema: { ...said("getMe", "All that is kept of you."), response: answers({ 200: User }) },
      },
      async (request, reply) => userWithTag(reply, await users.see(signedIn(request))),
    );
    app.delete(
      "/me",
      {
        config: customer,
        schema: {
          ...said("eraseMe", "Erase the account and everything personal. Final."),
          response: answers({ 200: Done }),
        },
      },
      async (request) => {
        await users.erase(signedIn(request));
        return {};
      },
    );
    app.put(
      "/me/profile",
      {
        config: customer,
        schema: {
          ...said("setProfile", "Change names, contact and language (If-Match)."),
          body: Profile,
          response: answers({ 200: User }),
        },
      },
      async (request, reply) =>
        userWithTag(
          reply,
          await users.setProfile(signedIn(request), ifMatch(request), request.body),
        ),
    );
    app.put(
      "/me/preferences",
      {
        config: customer,
        schema: {
          ...said("setPreferences", "Change what we may send and how pages look (If-Match)."),
          body: Preferences,
          response: answers({ 200: User }),
        },
      },
      async (request, reply) =>
        userWithTag(
          reply,
          await users.setPreferences(signedIn(request), ifMatch(request), request.body),
        ),
    );
  };

const addressRoutes =
  ({ users, addresses }: Commands): Routes =>
  async (app) => {
    app.get(
      "/me/addresses",
      {
        config: customer,
        schema: {
          ...said("listAddresses", "Your address book."),
          response: answers({ 200: AddressList }),
        },
      },
      async (request, reply) => {
        const seen = await users.see(signedIn(request));
        tag(reply, seen.revision);
        return { addresses: seen.user.addresses };
      },
    );
    app.post(
      "/me/addresses",
      {
        config: customer,
        schema: {
          ...said("addAddress", "Add an address; a default takes the old one's place."),
          body: AddressRequest,
          response: answers({ 201: Address }),
        },
      },
      async (request, reply) => {
        const seen = await addresses.addAddress(signedIn(request), request.body);
        return tag(reply, seen.revision).code(201).send(addressOf(seen, seen.addressId));
      },
    );
  };

const oneAddressRoutes =
  ({ addresses }: Commands): Routes =>
  async (app) => {
    app.put(
      "/me/addresses/:addressId",
      {
        config: customer,
        schema: {
          ...said("setAddress", "Change an address (If-Match, with the ETag of the address book)."),
          params: AddressPath,
          body: AddressRequest,
          response: answers({ 200: Address }),
        },
      },
      async (request, reply) => {
        const { addressId } = request.params;
        const revision = ifMatch(request);
        const seen = await addresses.setAddress(
          signedIn(request),
          revision,
          addressId,
          request.body,
        );
        tag(reply, seen.revision);
        return addressOf(seen, addressId);
      },
    );
    app.delete(
      "/me/addresses/:addressId",
      {
        config: customer,
        schema: {
          ...said("removeAddress", "Remove an address. Orders keep theirs."),
          params: AddressPath,
          response: answers({ 200: Done }),
        },
      },
      async (request, reply) => {
        const seen = await addresses.removeAddress(signedIn(request), request.params.addressId);
        tag(reply, seen.revision);
        return {};
      },
    );
  };

const paymentMethodRoutes =
  ({ paymentMethods }: Commands): Routes =>
  async (app) => {
    app.delete(
      "/me/payment-methods/:methodId",
      {
        config: customer,
        schema: {
          ...said(
            "removePaymentMethod",
            "Forget a saved payment method. Orders keep what they say.",
          ),
          params: PaymentMethodPath,
          response: answers({ 200: Done }),
        },
      },
      async (request, reply) => {
        const { methodId } = request.params;
        tag(reply, (await paymentMethods.remove(signedIn(request), methodId)).revision);
        return {};
      },
    );
  };

const staffRoutes =
  ({ users, list }: Commands): Routes =>
  async (app) => {
    app.get(
      "",
      {
        config: staff,
        schema: {
          ...said("listCustomers", "Customers, newest first; by e-mail or beginning of username."),
          querystring: CustomerQuery,
          response: answers({ 200: CustomerList }),
        },
      },
      ({ query }) => list(query),
    );
    app.get(
      "/:userId",
      {
        config: staff,
        schema: {
          ...said("getCustomer", "One customer."),
          params: UserPath,
          response: answers({ 200: User }),
        },
      },
      async ({ params }, reply) => userWithTag(reply, await users.see(params.userId)),
    );
  };
