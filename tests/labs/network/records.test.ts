// A record is a label and a formula: training, links, words and exports follow from it.

import { expect, test, vi } from "vitest";
import { compileTraining } from "@/labs/kernel/kernel";
import { type Activation, activations } from "@/labs/network/activation";
import { type Loss, type LossName, losses } from "@/labs/network/loss";
import { type Optimizer, optimizers } from "@/labs/network/optimizer";
import { type Regularization, regularizations } from "@/labs/network/regularization";
import { parseRun } from "@/labs/run/open-link";
import { networkOf, planOf } from "@/labs/run/plan";
import { normalizeRun, plainRun, settingText } from "@/labs/run/run";
import { planeMaps } from "@/labs/training/plane-maps";
import { startOf } from "@/labs/training/start";

/** The activation that the README adds as an example. */
const shown = await vi.hoisted(async () => {
  const { readFile } = await import("node:fs/promises");
  const [, code = ""] = /activation\.ts`\n\n```ts\n(.*?)\n```/s.exec(
    await readFile("README.md", "utf8"),
  )!;
  const [, name = "", label = "", formula = ""] =
    /^(\w+): \{ label: "(.*)", formula: "(.*)" \},$/.exec(code)!;
  return { lines: code.split("\n").length, name, label, formula };
});

vi.mock("@/labs/network/activation", async (original) => {
  const module = await original<typeof import("@/labs/network/activation")>();
  const { name, label, formula } = shown;
  Object.assign(module.activations, { [name]: { label, formula } });
  return module;
});

type AnyRecord = Activation | Loss | Optimizer | Regularization;

/** The records, and the parts that those of a kind have beside label and formula. */
const records: readonly [more: readonly string[], Record<string, AnyRecord>][] = [
  [[], activations],
  [[], regularizations],
  [["suits", "slopeFormula"], losses],
  [["slots"], optimizers],
];

test("a record holds its formula and no code", () => {
  for (const [more, ofKind] of records) {
    for (const one of Object.values(ofKind)) {
      const names = Object.keys(one).filter((name) => !more.includes(name));
      expect(names, one.label).toEqual(["label", "formula"]);
      expect(JSON.parse(JSON.stringify(one)), one.label).toEqual(one);
    }
  }
  const slopes = Object.values<Loss>(losses).filter(({ slopeFormula }) => slopeFormula);
  expect(slopes).toEqual([losses.categorical]);
});

test("the lines that the README shows are all that one more activation takes", () => {
  const { lines, name, label, formula } = shown;
  expect(lines).toBeLessThanOrEqual(5);
  const [named, own] = [name, formula].map((activation) => {
    const link = `act=${activation}&layers=4-3&samples=40&passes=5`;
    const { run, refused } = parseRun(link, plainRun);
    expect(refused).toEqual([]);
    const { plan, examples, state } = planOf(run);
    const curve = new Float32Array(2 * run.passes);
    compileTraining(plan, examples).train(state, 1, run.passes, curve);
    const maps = planeMaps(run, state.slice(0, plan.network.size), 8);
    return { says: settingText(run, "activations"), state, curve, maps };
  });
  expect(named).toEqual({ ...own, says: label });
  expect(own?.says).toBe(formula);
});

test("a run with own formulas has a start, maps and words of its own", () => {
  const own: LossName = "=abs(s - t)^1.5";
  const run = normalizeRun({
    ...plainRun,
    layers: [3, 3],
    activations: ["relu", "=z - 1"],
    loss: own,
  });
  expect(networkOf(run).layers.map(({ activation }) => activation)).toEqual([
    "relu",
    "=z - 1",
    "linear",
  ]);
  expect(startOf(run).pass.trainLoss).toBeGreaterThan(0);
  const { weights } = startOf(run);
  const [, second] = planeMaps(run, weights, 8).layers;
  expect(second!.every((map) => map.some((value) => value < 0))).toBe(true);
  expect(settingText(run, "activations")).toBe("ReLU, z - 1");
  expect(settingText(run, "loss")).toBe("abs(s - t)^1.5");
});
