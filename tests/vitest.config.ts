import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { soaking } from "./soak";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The files whose tests repeat themselves more often in the long run. */
function repeating() {
  const files = readdirSync(new URL(".", import.meta.url), { recursive: true });
  return files
    .map((file) => `tests/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /from "[./]+\/soak"/.test(readFileSync(root + file, "utf8")));
}

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: soaking ? repeating() : ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: soaking ? 600_000 : 120_000,
    globalSetup: ["tests/postgres-setup.ts"],
    // TensorFlow.js ships ES modules that Node takes for CommonJS unless Vite reads them.
    server: { deps: { inline: [/@tensorflow/] } },
  },
});
