import type { Migrated } from "@wares/platform/run";

/** Every service that owns tables, in the order in which they are migrated. */
const names = [
  "auth",
  "users",
  "products",
  "search",
  "inventory",
  "shipping",
  "pricing",
  "carts",
  "orders",
  "payments",
  "sandbox",
  "recommendations",
  "notifications",
  "analytics",
  // Its waiting room has tables; the rest of the gateway owns nothing.
  "gateway",
] as const;
export type ServiceName = (typeof names)[number];

export const migrated: readonly Migrated[] = names.map((name) => ({
  name,
  migrations: new URL(`../../../services/${name}/migrations/`, import.meta.url),
}));
