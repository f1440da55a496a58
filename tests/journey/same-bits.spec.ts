// The CPU kernels give the same bits in this browser as in Node, where the test runs.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { labs } from "@/labs/catalog/labs";
import { parseRun } from "@/labs/run/open-link";
import { bitsOfKernel } from "../labs/kernel/bits-of-kernel";
import { trained } from "../labs/trained";
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

/** A Firefox of this system; null where there is none. */
const firefox = ["firefox-esr", "firefox"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

/** Runs a script in Firefox, which tells its `result` by a request. */
async function inFirefox(name: string, script: string): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), "next-pass-firefox-"));
  let tell = (_: string) => {};
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    const result = searchParams.get("result");
    if (result !== null) tell(result);
    response.setHeader("Content-Type", "text/html");
    response.end(`<script>${script}; fetch("/?result=" + result)</script>`);
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const options = ["--headless", "--no-remote", "--profile", profile];
  const child = spawn(name, [...options, `http://127.0.0.1:${port}/`]);
  try {
    return await told;
  } finally {
    const closed = once(child, "close");
    child.kill();
    await closed;
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

test("and they have them in Firefox", { tag: "@long" }, async () => {
  test.skip(!firefox, "There is no Firefox here.");
  const script = await bundled("tests/labs/kernel/bits-of-kernel.ts", "kernels");
  const both = `const result = ["wasm", "plain"].map((kind) => kernels.bitsOfKernel(kind))`;
  const [inWasm, inPlain] = (await inFirefox(firefox ?? "", `${script}; ${both}`)).split(
    ",",
  );
  expect([Number(inWasm), Number(inPlain)]).toEqual([
    bitsOfKernel("wasm"),
    bitsOfKernel("plain"),
  ]);
});

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
