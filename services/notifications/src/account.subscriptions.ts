import {
  CartAbandoned,
  LinkRequested,
  PasswordChanged,
  UserErased,
  UserLoggedIn,
  UserRegistered,
  UserUpdated,
} from "@wares/contracts";
import { on, type Delivered, type Keys, type Subscription } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import {
  abandonedCart,
  confirmEmail,
  emailInUse,
  newDevice,
  passwordChanged,
  resetPassword,
  welcome,
} from "./account-letters.ts";
import type { Letter } from "./letter.ts";
import type { Draft, Post } from "./post.commands.ts";
import { forgetPeople, type Recipient, type RecipientStore } from "./recipient.store.ts";
import type { ShopLinks } from "./shop-links.ts";

type Needed = Readonly<{ keys: Keys; recipients: RecipientStore; post: Post; links: ShopLinks }>;

export const accountSubscriptions = ({
  keys,
  recipients,
  post,
  links,
}: Needed): readonly Subscription[] => {
  /** A letter to each person that an event is about, if we know them. */
  const writeTo = async <Data extends { userId?: Recipient["userId"] }>(
    tx: Queries,
    events: readonly Delivered<Data>[],
    write: (data: Data, to: Recipient) => { template: string; letter: Letter; isWanted?: boolean },
  ): Promise<void> => {
    const known = await recipients.find(
      tx,
      events.map(({ data }) => data.userId),
    );
    const drafts = events.flatMap(({ eventId, data }): Draft[] => {
      const to = known.get(data.userId ?? "");
      if (!to) return [];
      return [{ eventId, to: to.email, userId: to.userId, ...write(data, to) }];
    });
    await post.letters(tx, drafts);
  };

  return [
    on(UserRegistered, async (events, tx) => {
      await recipients.register(
        tx,
        events.map(({ data }) => data),
      );
      await writeTo(tx, events, (_data, to) => ({
        template: "welcome",
        letter: welcome(to, links.home(to.language)),
      }));
    }),
    ...copies(recipients),
    ...linkLetters({ keys, post, links }),
    on(PasswordChanged, (events, tx) =>
      writeTo(tx, events, (_data, to) => ({
        template: "password-changed",
        letter: passwordChanged(to, links.resetPage(to.language)),
      })),
    ),
    on(UserLoggedIn, (events, tx) =>
      writeTo(
        tx,
        events.filter(({ data }) => data.isNewDevice),
        ({ device }, to) => ({
          template: "new-device",
          letter: newDevice(to, device, links.resetPage(to.language)),
        }),
      ),
    ),
    on(CartAbandoned, (events, tx) =>
      writeTo(tx, events, ({ lines }, to) => ({
        template: "abandoned-cart",
        letter: abandonedCart(
          to,
          lines.reduce((count, { quantity }) => count + quantity, 0),
          links.cart(to.language),
        ),
        isWanted: to.marketingEmails,
      })),
    ),
  ];
};

const linkDraft = (
  eventId: string,
  { email, language, purpose, sealedToken }: LinkRequested["data"],
  { keys, links }: Pick<Needed, "keys" | "links">,
): Draft[] => {
  const draft = (template: string, letter: Letter) => [{ eventId, template, to: email, letter }];
  if (purpose === "EmailInUse")
    return draft("email-in-use", emailInUse(language, links.resetPage(language)));
  // What does not open was sealed for another address or under another secret: no link to send.
  const token = keys.open("mail-link", email, sealedToken ?? "");
  if (token === undefined) return [];
  return purpose === "ConfirmEmail"
    ? draft("confirm-email", confirmEmail(language, links.confirm(language, token)))
    : draft("reset-password", resetPassword(language, links.reset(language, token)));
};

const copies = (recipients: RecipientStore): readonly Subscription[] => [
  on(UserUpdated, (events, tx) =>
    recipients.update(
      tx,
      events.map(({ data }) => data),
    ),
  ),
  on(UserErased, (events, tx) =>
    forgetPeople(
      tx,
      events.map(({ data }) => data.userId),
    ),
  ),
];

const linkLetters = ({
  keys,
  post,
  links,
}: Omit<Needed, "recipients">): readonly Subscription[] => [
  on(LinkRequested, (events, tx) =>
    post.letters(
      tx,
      events.flatMap(({ eventId, data }) => linkDraft(eventId, data, { keys, links })),
    ),
  ),
];
