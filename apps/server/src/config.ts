import Type, { type Static } from "typebox";
import { Value } from "typebox/value";

// The only file of the server that knows how settings are written. Each has a default that is safe
// on one's own machine; what is not safe there has none.

const Settings = Type.Object({
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 3000 }),
  HOST: Type.String({ minLength: 1, default: "127.0.0.1" }),
  /** Your own PostgreSQL, 15 or newer. Absent: the one that comes along, under WARES_FOLDER. */
  DATABASE_URL: Type.Optional(Type.String({ pattern: "^postgres(ql)?://" })),
  DATABASE_CONNECTIONS_MAX: Type.Integer({ minimum: 2, maximum: 50, default: 4 }),
  /** Where the embedded database, the secret and made pictures are kept. */
  WARES_FOLDER: Type.String({ minLength: 1, default: ".wares" }),
  /** Everything sealed or signed depends on it: at least 32 characters, and never lost. */
  WARES_SECRET: Type.Optional(Type.String({ minLength: 32 })),
  /** Absent: mails stay in the shop's own mailbox at /mailbox. */
  SMTP_URL: Type.Optional(Type.String({ pattern: "^smtps?://" })),
  /** How the shop is reached from outside: links in mails begin with it. */
  SHOP_URL: Type.Optional(Type.String({ pattern: "^https?://" })),
  SHOP_EMAIL: Type.String({ format: "email", default: "shop@wares.example" }),
  LOG_LEVEL: Type.Enum(["silent", "error", "warn", "info", "debug"], { default: "warn" }),
  /** off only for measuring: a shop on the net needs them. */
  RATE_LIMITS: Type.Enum(["on", "off"], { default: "on" }),
  /** Addresses of your own proxies, with commas between: only what they say in X-Forwarded-For is believed. */
  TRUSTED_PROXIES: Type.Optional(Type.String({ pattern: "^[0-9a-fA-F.:/]+(,[0-9a-fA-F.:/]+)*$" })),
});
export type Config = Readonly<Static<typeof Settings>>;

/** Every mistake at once, each by its name. */
export class BadConfiguration extends Error {
  override readonly name = "BadConfiguration";
}

export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const settings = Value.Clean(Settings, Value.Convert(Settings, Value.Default(Settings, given)));
  if (Value.Check(Settings, settings)) return settings;
  const mistakes = Value.Errors(Settings, settings).map(
    ({ instancePath, message }) => `  ${instancePath.slice(1)} ${message}`,
  );
  throw new BadConfiguration(`Bad configuration:\n${mistakes.join("\n")}`);
};
