// The runs of a lab side by side: what differs between them, and how each came out.

import { heldName } from "@/components/chart/loss-curves";
import { csvText } from "@/labs/arithmetic/csv";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Lab } from "@/labs/catalog/lab";
import { heldSet } from "@/labs/data/sample";
import type { Field } from "@/labs/field/field";
import { parseRun } from "@/labs/run/open-link";
import { differs, fields, type Run, settings } from "@/labs/run/run";
import type { Pass } from "@/labs/training/training";
import type { Side } from "../training/side";
import type { KeptRun } from "./shelf-store";

/** One row of the comparison. */
export type ComparedRun = {
  id: string;
  name: string;
  run: Run;
  diverged: boolean;
  curve: readonly Pass[];
  /** The kept run behind it; null for what trains now. */
  kept: KeptRun | null;
};

/** The runs that train now, as rows. */
export const presentRows = (sides: readonly Side[]): ComparedRun[] =>
  sides.map(({ label, run, passes, ended }, index) => ({
    id: `now-${index}`,
    name: label || "Now in the lab",
    run,
    diverged: ended === "diverged",
    curve: passes,
    kept: null,
  }));

/** The kept runs of a lab, as rows. */
export const keptRows = (lab: Lab, kept: readonly KeptRun[]): ComparedRun[] =>
  kept.map((one) => ({
    id: one.id,
    name: one.name,
    run: parseRun(one.query, lab.start).run,
    diverged: one.diverged,
    curve: one.curve,
    kept: one,
  }));

/** The value of a setting as links write it. */
export function valueText<K extends keyof Run>(setting: K, run: Run): string {
  const field: Field<Run[K]> = fields[setting];
  const { control } = field;
  const text = field.format(run[setting]);
  return control.kind === "written" ? String(control.count(text)) : text;
}

/** The settings in which any of the runs differ. */
export function differingSettings(rows: readonly ComparedRun[]): (keyof Run)[] {
  const [first] = rows;
  if (!first) return [];
  return settings.filter((setting) =>
    rows.some(({ run }) => differs(setting, run, first.run)),
  );
}

/** The name of the second loss of some runs. */
export const heldLossName = (rows: readonly ComparedRun[]) =>
  `${heldName(rows.map(({ run }) => heldSet(run)))} loss`;

/** How a run came out: the pass and losses it ended with. */
export function outcomeText({ curve, diverged }: ComparedRun) {
  const last = curve.at(-1);
  return {
    pass: String(last?.pass ?? 0),
    trainLoss: diverged ? "diverged" : numberText(last?.trainLoss ?? 0),
    heldLoss: diverged ? "diverged" : numberText(last?.heldLoss ?? 0),
  };
}

/** One line for each run: its name, every setting, and how it ended. */
export function tableCsv(rows: readonly ComparedRun[]): string {
  const head = ["name", ...settings.map((setting) => fields[setting].key)];
  return csvText([
    [...head, "pass", "train loss", heldLossName(rows), "diverged"],
    ...rows.map(({ name, run, curve, diverged }) => {
      const last = curve.at(-1);
      return [
        name,
        ...settings.map((setting) => valueText(setting, run)),
        last?.pass ?? 0,
        last?.trainLoss ?? "",
        last?.heldLoss ?? "",
        diverged ? "yes" : "no",
      ];
    }),
  ]);
}

/** One line for each pass of each run. */
export function curvesCsv(rows: readonly ComparedRun[]): string {
  return csvText([
    ["name", "pass", "train loss", heldLossName(rows)],
    ...rows.flatMap(({ name, curve }) =>
      curve.map(({ pass, trainLoss, heldLoss }) => [name, pass, trainLoss, heldLoss]),
    ),
  ]);
}
