import { AddressId, addressesMax, type AddressRequest, type UserId } from "@wares/contracts";
import { newId, Refused } from "@wares/platform";
import type { AddressStore } from "./address.store.ts";
import type { People } from "./person.commands.ts";
import { refusals } from "./refusals.ts";

export const addressCommands = ({ change }: People, addresses: AddressStore) => ({
  addAddress: async (userId: UserId, request: AddressRequest) => {
    const addressId = newId(AddressId);
    const seen = await change(userId, undefined, async (tx) => {
      const known = await addresses.list(tx, userId);
      if (known.length >= addressesMax) throw new Refused(refusals.tooManyAddresses);
      await addresses.save(tx, userId, addressId, request);
    });
    return { ...seen, addressId };
  },

  setAddress: (userId: UserId, revision: number, addressId: AddressId, request: AddressRequest) =>
    change(userId, revision, async (tx) => {
      const known = await addresses.list(tx, userId);
      if (!known.some(({ id }) => id === addressId)) throw new Refused(refusals.noSuchAddress);
      await addresses.save(tx, userId, addressId, request);
    }),

  removeAddress: (userId: UserId, addressId: AddressId) =>
    change(userId, undefined, async (tx) => {
      if (!(await addresses.remove(tx, userId, addressId)))
        throw new Refused(refusals.noSuchAddress);
    }),
});
export type AddressCommands = ReturnType<typeof addressCommands>;
