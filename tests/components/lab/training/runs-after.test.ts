import { expect, test } from "vitest";
import { runsAfter } from "@/components/lab/training/lab-reducer";
import { startState } from "@/components/lab/training/lab-state";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { missingFile } from "@/labs/data/sample";

const lab: Lab = labs.series;
const beside = { kind: "lab" } as const;

test("a series too short to look back that far names the file of what replaces it", () => {
  const values = Array.from({ length: 20 }, (_, month) => (month * month) % 17);
  const run = { ...lab.start, data: "values", values, window: 5 } as const;
  const state = startState({ lab, run, refused: [], beside });
  const far = { ...run, window: 36 };
  expect(runsAfter(state, { run: far }).map(missingFile)).toEqual([
    "co2-concentration.csv",
  ]);
  expect(runsAfter(state, { run: { ...run, window: 17 } }).map(missingFile)).toEqual([
    null,
  ]);
});
