// The tests of one group, named in MUTATED_GROUP, without a PostgreSQL.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { groups } from "./groups";

const root = fileURLToPath(new URL("../..", import.meta.url));
const group = groups[process.env.MUTATED_GROUP ?? ""];

const files = readdirSync(`${root}tests`, { recursive: true })
  .map((file) => `tests/${file}`)
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => group?.tests.some((start) => file.startsWith(start)))
  .filter((file) => !group?.without?.some((start) => file.startsWith(start)));

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: files,
    testTimeout: 60_000,
    setupFiles: ["tests/mutate/plant.ts"],
    // TensorFlow.js ships ES modules that Node takes for CommonJS unless Vite reads them.
    server: { deps: { inline: [/@tensorflow/] } },
  },
});
