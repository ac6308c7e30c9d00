import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";

export const themeStorageKey = "wares.admin.theme";

/** Our tokens follow `data-theme`, Mantine's parts its own attribute: one choice sets both. */
export const useTheme = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark =
    colorScheme === "dark" ||
    (colorScheme === "auto" &&
      typeof matchMedia === "function" &&
      matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  }, [isDark]);
  return { isDark, flip: () => setColorScheme(isDark ? "light" : "dark") };
};
