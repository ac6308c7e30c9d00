import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { Language } from "@wares/contracts";
import type { ReactNode } from "react";
import { LanguageProvider } from "./shell/language.tsx";
import { themeStorageKey } from "./shell/theme-choice.tsx";
import { theme, variablesResolver } from "./style/theme.ts";

const colourScheme = localStorageColorSchemeManager({ key: themeStorageKey });

export const App = ({
  client,
  language,
  children,
}: {
  client: QueryClient;
  language: Language;
  children: ReactNode;
}) => (
  <QueryClientProvider client={client}>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={colourScheme}
    >
      <LanguageProvider first={language}>{children}</LanguageProvider>
    </MantineProvider>
  </QueryClientProvider>
);
