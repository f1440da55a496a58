import type { Dataset } from "@/labs/data/dataset";
import type { ExampleChoice } from "./datasets";
import { datasets } from "./datasets";
import { inputs } from "./input";
import { widthOf } from "./sample";

/** What each number that the network of a run is given stands for, in words. */
export function inputNames(run: ExampleChoice): readonly string[] {
  const dataset: Dataset = datasets[run.data];
  if (dataset.on === "plane") return run.inputs.map((name) => inputs[name].label);
  const width = widthOf(run);
  const side = Math.round(Math.sqrt(width));
  return Array.from({ length: width }, (_, at) => {
    if (dataset.on === "series") return `change ${width - at} back`;
    if (dataset.on === "sound") {
      return `${run.data === "waves" ? "sample" : "band"} ${at + 1}`;
    }
    return `dot ${1 + Math.floor(at / side)},${1 + (at % side)}`;
  });
}

/** What the classes of a run are called; none where its targets are numbers. */
export function classNames(run: ExampleChoice): readonly string[] {
  const dataset: Dataset = datasets[run.data];
  return dataset.classes(run);
}
