// A run as a Jupyter notebook that trains it anew with PyTorch.
import { datasets } from "../data/datasets";
import { heldSet } from "../data/sample";
import { planOf } from "../run/plan";
import { fields, isUsed, normalizeRun, type Run, settings } from "../run/run";
import type { Pass } from "../training/training";
import { curveCells } from "./curve-cells";
import { exampleCells, isOnPlane, isText } from "./example-cells";
import { networkCells } from "./network-cells";
import { base64Length, type Cell, notebookText, shown, words } from "./python";
import { libraryCells, randomCells, settingCells } from "./setup-cells";
import { trainingCells } from "./training-cells";

/** The file's name and text. */
export type Notebook =
  | { name: string; text: string }
  /** Why there is none, in a sentence for the reader. */
  | { refused: string };

/** Facts for the notebook that are not part of the run. */
export type NotebookSource = {
  /** The full address that opens the run. */
  link: string;
  /** The curve that the lab has drawn of the run; null before its first pass. */
  seen: readonly Pass[] | null;
  diverged: boolean;
};

/** The largest notebook, in characters: more than any editor opens with ease. */
const largest = 10_000_000;

/** Room for everything but the numbers. */
const room = 50_000;

const megabytes = (length: number) => (length / 1_000_000).toFixed(1);

function titleCell(run: Run, link: string): Cell {
  const told = settings.filter(
    (setting) =>
      fields[setting].control.kind !== "written" &&
      setting !== "device" &&
      !(setting === "decay" && run.regularization === "none") &&
      isUsed(run, setting),
  );
  return words(
    "title",
    `# A run of Next Pass: ${datasets[run.data].label}`,
    "",
    "The same examples, the same first weights and the same order of the examples as in the " +
      "lab, trained by PyTorch. So it draws the same loss curve.",
    "",
    `Open the run in the lab: <${link}>`,
    "",
    "| Setting | Value |",
    "| --- | --- |",
    ...told.map((setting) => `| ${fields[setting].label} | ${shown(run, setting)} |`),
  );
}

/** The run as a notebook; equal runs, links and curves give the same text. */
export function notebookOf(run: Run, about: NotebookSource, most = largest): Notebook {
  const { link, seen, diverged } = about;
  if (diverged) {
    return {
      refused:
        "This run diverges, so it has no curve to compare: lower the learning rate first.",
    };
  }
  const task = planOf(run);
  const rows = [task.examples, ...(task.sample.closed ? [task.sample.closed] : [])];
  const numbers = rows.reduce(
    (sum, one) => sum + one.features.length + one.targets.length,
    0,
  );
  const written = isOnPlane(run) || isText(run) ? 0 : numbers;
  const length = base64Length(written) + room;
  if (length > most) {
    return {
      refused: `The notebook would have ${megabytes(length)} MB, more than the ${megabytes(most)} MB that open with ease: use fewer examples.`,
    };
  }
  const used = normalizeRun({ ...run, batch: task.plan.batch });
  const cells = [
    titleCell(used, link),
    ...libraryCells,
    ...settingCells(used, task),
    ...randomCells,
    ...exampleCells(used, task),
    ...networkCells(used),
    ...trainingCells(used),
    ...curveCells(seen, heldSet(run)),
  ];
  return {
    name: `next-pass-${run.data}-seed-${run.seed}.ipynb`,
    text: notebookText(cells),
  };
}
