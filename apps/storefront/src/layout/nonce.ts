import { createContext } from "react";

/** Known while the server renders. A browser hides it from scripts, so hydration must not compare it. */
export const Nonce = createContext<string | undefined>(undefined);
