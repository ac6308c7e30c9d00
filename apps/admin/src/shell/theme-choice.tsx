import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";

export const themeStorageKey = "wares.admin.theme";

/** Our tokens follow `data-theme`, Mantine's parts its own attribute: one choice sets both. */
export const useTheme = () => {
  const { setColorScheme } = useMantineColorScheme();
  const computed = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const isDark = computed === "dark";
  useEffect(() => {
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  }, [isDark]);
  return { isDark, flip: () => setColorScheme(isDark ? "light" : "dark") };
};
