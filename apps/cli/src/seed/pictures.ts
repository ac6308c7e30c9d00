import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type View = "front" | "detail" | "inUse";
/** For each form, in which tones each view of it was drawn. */
export type Forms = Readonly<
  Record<string, Readonly<{ views: Readonly<Partial<Record<View, readonly string[]>>> }>>
>;

/** What was drawn, as the pictures' own list says. A shop whose pictures are not drawn yet has none. */
export const readForms = (): Forms => {
  const entry = createRequire(import.meta.url).resolve("@wares/demo-shop");
  const list = new URL("../pictures/forms.json", `file://${entry}`);
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
};
