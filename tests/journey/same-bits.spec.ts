// The CPU kernels give the same bits in this browser as in Node, where the test runs.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bitsOfKernel } from "../labs/kernel/bits-of-kernel";
import { bitsOfTrainings } from "../labs/training/bits-of-trainings";
import { times } from "../soak";
import { expect, test } from "./strict-test";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function bundled(file: string, globalName: string) {
  const { outputFiles } = await build({
    entryPoints: [root + file],
    ...{ bundle: true, write: false, format: "iife", globalName },
    alias: { "@": root },
    absWorkingDir: root,
  });
  return outputFiles[0]!.text;
}

test("40 trainings have the same bits in the browser and in Node", async ({ page }) => {
  const script = await bundled("tests/labs/training/bits-of-trainings.ts", "trainings");
  const inBrowser = await page.evaluate(`${script}; trainings.bitsOfTrainings()`);
  expect(inBrowser).toBe(bitsOfTrainings());
});

test("so have compiled ones, in WebAssembly and without it", async ({ page }) => {
  const script = await bundled("tests/labs/kernel/bits-of-kernel.ts", "kernels");
  const count = times(40, 1000);
  const inNode = bitsOfKernel("wasm", count);
  for (const kind of ["wasm", "plain"]) {
    const asked = `kernels.bitsOfKernel("${kind}", ${count})`;
    expect(await page.evaluate(`${script}; ${asked}`)).toBe(inNode);
  }
});
