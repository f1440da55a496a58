// A reader's own data begins as a copy of what was there before.

import { most, type Point } from "@/labs/data/dataset";
import { datasets } from "../data/datasets";
import { twoDecimals } from "../data/own-points";
import { drawPoints, missingFile } from "../data/sample";
import { levelsOf } from "../data/series";
import { lessonsText } from "../data/text";
import { plainRun, type Run } from "./run";

/** The points of a run with two decimals, their targets as numbers of classes. */
function copiedPoints(run: Run): Point[] {
  const copied =
    datasets[run.data].on === "plane" && datasets[run.data].kind(run) !== "number";
  const from = copied ? run : { ...plainRun, samples: 100 };
  const { train, held, closed } = drawPoints({ ...from, outliers: [] });
  const points = [...train, ...held, ...closed].slice(0, most.own);
  const two = datasets[from.data].kind(from) === "classes";
  return points.map(({ x, y, target }) => ({
    x: twoDecimals(x),
    y: twoDecimals(y),
    target: two ? Number(target > 0) : target,
  }));
}

function copiedValues({ data }: Run): readonly number[] {
  if (data !== "co2" && data !== "share") return [];
  if (missingFile({ data })) return [];
  return levelsOf[data]().slice(-most.values);
}

/**
 * `run` with own data where it asks for some and has none: a copy of what `before` had.
 */
export function withOwnData(run: Run, before: Run): Run {
  if (run.data === "own" && run.own.length === 0) {
    return { ...run, own: copiedPoints(before) };
  }
  if (run.data === "values" && run.values.length === 0) {
    return { ...run, values: copiedValues(before) };
  }
  if (run.data === "text" && run.text === "" && !missingFile({ data: "lessons" })) {
    return { ...run, text: lessonsText().slice(0, most.text) };
  }
  return run;
}
