import type { Language } from "@wares/contracts";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

/** A page's sentences, in each language the back office speaks. */
export type Words<Text> = Readonly<Record<Language, Text>>;

type Spoken = Readonly<{ language: Language; setLanguage: (language: Language) => void }>;
const Speaking = createContext<Spoken>({ language: "en", setLanguage: () => {} });

export const useLanguage = (): Spoken => useContext(Speaking);
export const useWords = <Text,>(words: Words<Text>): Text => words[useLanguage().language];

const storageKey = "wares.admin.language";

export const remembered = (): Language =>
  localStorage.getItem(storageKey) === "zh" ||
  (localStorage.getItem(storageKey) === null && navigator.language.startsWith("zh"))
    ? "zh"
    : "en";

export const LanguageProvider = ({ first, children }: { first: Language; children: ReactNode }) => {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  }, [language]);
  const spoken = useMemo(() => ({ language, setLanguage }), [language]);
  return <Speaking value={spoken}>{children}</Speaking>;
};
