import { randomInt } from "node:crypto";
import { join } from "node:path";
import { Value } from "typebox/value";
import Type from "typebox";
import { madeOnce } from "./made-once.ts";

const Kept = Type.Object({ email: Type.String(), password: Type.String() });
export type Hint = Readonly<{ email: string; password: string }>;

const words =
  "amber bowl brass cedar chalk clay copper cork ember fern flint forge glaze hazel kiln linen loom maple mortar oak olive pearl pine quill reed rust sage slate spruce teak thimble walnut willow wool".split(
    " ",
  );
const phrase = () => Array.from({ length: 4 }, () => words[randomInt(words.length)]).join("-");

/**
 * Who may sign in to a shop on one's own machine: made once per shop and kept beside its data, so
 * that no two shops share a password that everybody knows.
 */
export const developmentSignIn = (folder: string): Hint => {
  const made: Hint = { email: "owner@wares.example", password: phrase() };
  const kept = madeOnce(join(folder, "sign-in.json"), () => JSON.stringify(made));
  return Value.Parse(Kept, JSON.parse(kept));
};
