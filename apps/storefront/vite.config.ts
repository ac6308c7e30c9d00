import { fileURLToPath } from "node:url";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

// Pages and router are written for React, and drawn by Preact: docs/decisions/storefront-drawn-by-preact.md.
const preactForReact = {
  react: fileURLToPath(new URL("src/renderer/react-by-preact.ts", import.meta.url)),
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react-dom/server": "preact/compat/server",
  "react/jsx-runtime": "preact/compat/jsx-runtime",
};

// Our own packages are TypeScript sources, and the router has to meet Preact: the server build takes them in.
export default defineConfig({
  plugins: [reactRouter()],
  resolve: {
    alias: Object.entries(preactForReact).map(([name, replacement]) => ({
      find: new RegExp(`^${name}$`),
      replacement,
    })),
  },
  build: { assetsInlineLimit: 0 },
  ssr: { noExternal: [/^@wares\//, "react-router"] },
});
