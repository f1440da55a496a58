import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const packed = readFileSync("public/data/digits.csv.gz");

test.each([
  ["as it is", packed],
  ["unpacked on the way", gunzipSync(packed)],
])("a packed data file is read: %s", async (_, content) => {
  vi.stubGlobal("fetch", async () => new Response(new Uint8Array(content)));
  const { provideFile } = await import("@/components/lab/training/provide-file");
  const { isProvided } = await import("@/labs/data/data-file");
  expect(await provideFile("digits.csv.gz")).toBe(null);
  expect(isProvided("digits.csv.gz")).toBe(true);
});

test("a page that stands for a missing data file is told as such", async () => {
  vi.stubGlobal("fetch", async () => new Response("<!doctype html>", { status: 200 }));
  const { provideFile } = await import("@/components/lab/training/provide-file");
  expect(await provideFile("digits.csv.gz")).toMatch(/^The data file digits\.csv\.gz/);
});
