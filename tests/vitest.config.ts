import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 120_000,
    globalSetup: ["tests/postgres-setup.ts"],
    // TensorFlow.js ships ES modules that Node takes for CommonJS unless Vite reads them.
    server: { deps: { inline: [/@tensorflow/] } },
  },
});
