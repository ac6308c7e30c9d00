import { createTheme, type CSSVariablesResolver } from "@mantine/core";

/** Scales are hex because Mantine's own colour functions read hex; the rest are the shop's tokens. */
export const theme = createTheme({
  primaryColor: "green",
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  white: "#ffffff",
  black: "#1e1a14",
  colors: {
    green: [
      "#f1f9f4",
      "#e1f2e6",
      "#c5e6d1",
      "#8ecfa9",
      "#6eb38d",
      "#509471",
      "#367858",
      "#276246",
      "#194e35",
      "#0c3d27",
    ],
    gray: [
      "#fcfaf6",
      "#f5f2ed",
      "#ede9e2",
      "#dedad3",
      "#bbb7b0",
      "#9c9790",
      "#857f77",
      "#5d5750",
      "#37322c",
      "#1e1a14",
    ],
    dark: [
      "#ede9e1",
      "#afaaa2",
      "#9c9890",
      "#75716a",
      "#534f4a",
      "#36322d",
      "#24211d",
      "#1e1b17",
      "#161310",
      "#100e0b",
    ],
  },
  fontFamily: "var(--font-text)",
  fontFamilyMonospace: "var(--font-code)",
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.4", sm: "1.5", md: "1.5", lg: "1.4", xl: "1.15" },
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.15" },
      h2: { fontSize: "14px", lineHeight: "1.4" },
      h3: { fontSize: "14px", lineHeight: "1.4" },
    },
  },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "999px" },
  defaultRadius: "md",
  shadows: { sm: "none", md: "var(--shadow)", lg: "var(--shadow)", xl: "var(--shadow)" },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
});

const variables = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-default-border": "var(--line-button)",
  "--mantine-color-error": "var(--danger)",
  "--mantine-color-placeholder": "var(--ink-faint)",
  "--input-bd": "var(--line-control)",
};

export const variablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});
