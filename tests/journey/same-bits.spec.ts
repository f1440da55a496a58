// The CPU kernels give the same bits in this browser as in Node, where the test runs.
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { labs } from "@/labs/catalog/labs";
import { parseRun } from "@/labs/run/open-link";
import { bitsOfKernel } from "../labs/kernel/bits-of-kernel";
import { trained } from "../labs/trained";
import { bitsOfTrainings } from "../labs/training/bits-of-trainings";
import { times } from "../soak";
import { otherBrowsers } from "./other-browsers";
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

for (const [name, open] of Object.entries(otherBrowsers)) {
  test(`and they have them in ${name}`, { tag: "@long" }, async () => {
    const browser = await open();
    test.skip(
      browser === null,
      `There is no ${name} here, and it could not be installed.`,
    );
    if (!browser) return;
    try {
      const script = await bundled("tests/labs/kernel/bits-of-kernel.ts", "kernels");
      const both = `["wasm", "plain"].map((kind) => kernels.bitsOfKernel(kind))`;
      expect(await browser.run(`(() => { ${script}; return ${both}; })()`)).toEqual([
        bitsOfKernel("wasm"),
        bitsOfKernel("plain"),
      ]);
    } finally {
      await browser.close();
    }
  });
}

const query = "data=spiral&layers=8-8&passes=200&device=cpu";

/** Whether code in the lab's worker may be made of WebAssembly. */
const mayCompile = async (page: Page) => {
  const [worker] = page.workers();
  const empty = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  return worker?.evaluate((bytes) => {
    try {
      return new WebAssembly.Module(Uint8Array.from(bytes)) !== null;
    } catch {
      return false;
    }
  }, empty);
};

for (const allowed of [true, false]) {
  const title = `a lab trains the same bits where WebAssembly is ${allowed ? "allowed" : "forbidden"}`;
  test(title, async ({ page }) => {
    if (!allowed) {
      await page.route("**/*", async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers() };
        const policy = headers["content-security-policy"]?.replace(
          " 'wasm-unsafe-eval'",
          "",
        );
        if (policy) headers["content-security-policy"] = policy;
        await route.fulfill({ response, headers });
      });
    }
    await page.goto(`/labs/network?${query}`);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    const lab = page.locator("[data-lab]");
    await expect(lab).toHaveAttribute("data-status", "done", { timeout: 60_000 });
    expect(await mayCompile(page)).toBe(allowed);
    const last = trained(parseRun(query, labs.network.start).run).passes.at(-1);
    expect(await lab.getAttribute("data-train-loss")).toBe(String(last?.trainLoss));
    expect(await lab.getAttribute("data-test-loss")).toBe(String(last?.heldLoss));
  });
}
