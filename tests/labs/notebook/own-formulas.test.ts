import { expect, test } from "vitest";
import { notebookOf } from "@/labs/notebook/notebook";
import { parseRun } from "@/labs/run/open-link";
import { plainRun } from "@/labs/run/run";

test("readers' own formulas are written in Python, and named in its words", () => {
  const link = "act=z*sigmoid(1.5*z)&loss=log1p((s-t)^2)";
  const { run, refused } = parseRun(link, plainRun);
  expect(refused).toEqual([]);
  const made = notebookOf(run, { link, seen: null, diverged: false });
  const text = JSON.stringify(made);
  expect(text).toContain("torch.sigmoid(1.5 * ");
  expect(text).toMatch(/torch\.log1p\(\(\w+ - \w+\) \*\* 2\)/);
  expect(text).toContain("| Activation | z * sigmoid(1.5 * z) |");
  expect(text).toContain("| Loss | log1p((s - t)^2) |");
});
