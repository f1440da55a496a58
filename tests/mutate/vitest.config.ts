// The tests of one group, named in MUTATED_GROUP, without a PostgreSQL.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testFilesOf } from "./groups";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: [...testFilesOf(process.env.MUTATED_GROUP ?? "")],
    testTimeout: 60_000,
    setupFiles: ["tests/mutate/plant.ts"],
    // TensorFlow.js ships ES modules that Node takes for CommonJS unless Vite reads them.
    server: { deps: { inline: [/@tensorflow/] } },
  },
});
