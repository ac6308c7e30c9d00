import type { Keys } from "./keys.ts";
import { Refused } from "./outcome.ts";

type Place = readonly (string | number)[];

/** Where a page of a list ended, signed: a cursor that somebody changed is refused, not obeyed. */
export const pages = (keys: Keys, list: string) => ({
  next: (place: Place): string => {
    const text = Buffer.from(JSON.stringify(place)).toString("base64url");
    return `${text}.${keys.sign(`cursor ${list}`, text).slice(0, 22)}`;
  },
  place: (cursor: string | undefined): Place | undefined => {
    if (cursor === undefined) return undefined;
    const [text = "", signature = ""] = cursor.split(".");
    if (keys.sign(`cursor ${list}`, text).slice(0, 22) !== signature)
      throw new Refused({
        refusal: "request.invalid",
        status: 400,
        message: "This cursor is not one of ours.",
        field: "/after",
      });
    return JSON.parse(Buffer.from(text, "base64url").toString()) as Place;
  },
});
export type Pages = ReturnType<typeof pages>;
