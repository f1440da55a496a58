import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { isWhole } from "@/labs/data/data-file";

const files = readdirSync("public/data").filter((name) => name.includes(".csv"));

function textOf(name: string): string {
  const bytes = readFileSync(`public/data/${name}`);
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

test("every data file is a whole table", () => {
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const name of files) expect(isWhole(name, textOf(name)), name).toBe(true);
});

test("an empty answer, a sign-in page and a file cut off are no tables", () => {
  expect(isWhole("co2-concentration.csv", "")).toBe(false);
  expect(isWhole("co2-concentration.csv", "\n".repeat(500))).toBe(false);
  expect(
    isWhole(
      "co2-concentration.csv",
      `<html>\n${"<p>Sign in, please.</p>\n".repeat(500)}</html>`,
    ),
  ).toBe(false);
  for (const name of files) {
    const text = textOf(name);
    expect(isWhole(name, text.slice(0, 500)), name).toBe(false);
    expect(isWhole(name, text.slice(0, text.lastIndexOf(","))), name).toBe(false);
  }
});
