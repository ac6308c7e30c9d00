import { dictionary } from "@zxcvbn-ts/language-common";

// 49,233 of the most common leaked passwords, as the package (MIT) ships them; nothing is asked of
// anybody on the network.
const leaked: ReadonlySet<string> = new Set(dictionary["passwords-common"].map(String));

export const isLeaked = (password: string): boolean => leaked.has(password);
