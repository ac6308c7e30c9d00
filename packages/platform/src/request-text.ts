import { Refused } from "./outcome.ts";

const depthMax = 24;

// What PostgreSQL cannot store, or what no reader could have meant: told apart here, once for all routes.
const problemIn = (text: string): string | undefined => {
  if (!text.isWellFormed()) return "holds half a character";
  if (text.includes("\u0000")) return "holds a NUL character";
  return undefined;
};

/** Refuses text that is no text, and bodies nested deeper than any of ours. */
export const checkText = (value: unknown, field = "", depth = 0): void => {
  if (typeof value === "string") {
    const problem = problemIn(value);
    if (problem) refuse(field, problem);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (depth >= depthMax) refuse(field, "is nested too deeply");
  for (const [key, inner] of Object.entries(value)) {
    const inside = `${field}/${key}`;
    if (problemIn(key)) refuse(field, "has a name that is no text");
    checkText(inner, inside, depth + 1);
  }
};

const refuse = (field: string, problem: string): never => {
  throw new Refused({
    refusal: "request.invalid",
    status: 400,
    message: `${field || "The request"} ${problem}.`,
    field,
  });
};
