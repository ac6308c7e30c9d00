import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

// Our own packages are TypeScript sources: the server build takes them in, and leaves the rest to node_modules.
export default defineConfig({
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0 },
  ssr: { noExternal: [/^@wares\//] },
});
