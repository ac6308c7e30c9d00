import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * TypeBox tries whether it may evaluate code it wrote; our content policy says no, and the browser
 * reports the attempt as an error at every start. Told so beforehand, it checks without.
 */
const withoutEvaluation = (): Plugin => ({
  name: "without-evaluation",
  transform: (code, id) => {
    if (!id.endsWith("typebox/build/system/environment/evaluate.mjs")) return undefined;
    const quiet = code.replace("supported = TryEvaluate();", "supported = false;");
    if (quiet === code) throw new Error("TypeBox looks for evaluation in another way now.");
    return quiet;
  },
});

export default defineConfig({
  base: "/admin/",
  plugins: [react(), withoutEvaluation()],
  build: { target: "es2023", chunkSizeWarningLimit: 700 },
});
