// The CPU kernel gives the same bits in this browser as in Node, where the test runs.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bitsOfTrainings } from "../labs/training/bits-of-trainings";
import { expect, test } from "./strict-test";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("40 trainings have the same bits in the browser and in Node", async ({ page }) => {
  const { outputFiles } = await build({
    entryPoints: [`${root}tests/labs/training/bits-of-trainings.ts`],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "trainings",
    alias: { "@": root },
    absWorkingDir: root,
  });
  const [script] = outputFiles;
  const inBrowser = await page.evaluate(`${script!.text}; trainings.bitsOfTrainings()`);
  expect(inBrowser).toBe(bitsOfTrainings());
});
