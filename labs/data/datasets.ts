import type { TargetKind } from "../network/loss";
import { arms } from "./arms";
import { circle } from "./circle";
import type { Dataset, ExampleSettings } from "./dataset";
import { digits } from "./digits";
import { gaussian } from "./gaussian";
import { hills } from "./hills";
import { own } from "./plane-dataset";
import { co2, own as ownValues, share } from "./series";
import { spiral } from "./spiral";
import { vowels, waves } from "./vowels";
import { xor } from "./xor";

/** Every dataset a link can name. */
export const datasets = {
  circle,
  xor,
  gaussian,
  spiral,
  arms,
  hills,
  own,
  digits,
  co2,
  share,
  values: ownValues,
  vowels,
  waves,
} as const satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

/** The settings that make examples, with the dataset they are drawn from. */
export type ExampleChoice = ExampleSettings & { data: DatasetName };

/** What kind of targets the data of a run has. */
export function kindOf(run: Pick<ExampleChoice, "data" | "own">): TargetKind {
  return datasets[run.data].kind(run);
}
