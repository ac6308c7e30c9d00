import { globSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
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

/** Compressed once, as small as it gets, instead of at every request. */
const compressed = (): Plugin => ({
  name: "compressed",
  apply: "build",
  closeBundle: () => {
    for (const file of globSync("dist/**/*.{js,css,html,svg}")) {
      const bytes = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
});

export default defineConfig({
  base: "/admin/",
  plugins: [react(), withoutEvaluation(), compressed()],
  build: { target: "es2023", chunkSizeWarningLimit: 700 },
});
