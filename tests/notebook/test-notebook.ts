// Executes notebooks with Jupyter and PyTorch, and compares their curves with the lab's:
// `npm run test:notebook`.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compileTraining } from "@/labs/kernel/kernel";
import { notebookOf } from "@/labs/notebook/notebook";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { createTraining } from "@/labs/training/loops";
import { provideData } from "../labs/provide-data";
import { pythonWithTorch } from "./python";
import { changed, notebookRuns, passes, runOf, spread, unused } from "./runs";

/**
 * How far a loss may be from the lab's: a share of it, or of a thousandth where it is less,
 * which single precision no longer tells apart.
 */
const tolerance = 1e-4;
const least = 1e-3;

type Curve = readonly (readonly [trainLoss: number, heldLoss: number])[];

/** The lab's curve as it once was, in double precision, and as it is; pass 0 first. */
function labCurves(run: Run): readonly Curve[] {
  const { plan, examples, state } = planOf(run);
  return [createTraining, compileTraining].map((begin) => {
    const { losses, train } = begin(plan, examples);
    const start = losses(state);
    const curve = new Float32Array(2 * run.passes);
    train(state.slice(), 1, run.passes, curve);
    const rest = Array.from(
      { length: run.passes },
      (_, at) => [curve[2 * at]!, curve[2 * at + 1]!] as const,
    );
    return [[start.trainLoss, start.heldLoss], ...rest];
  });
}

type Cell = { id: string; cell_type: string; source: string | string[] };

/** The cells of the notebook that the page gives. */
function cellsOf(run: Run): Cell[] {
  const seen = [{ pass: 0, trainLoss: 1, heldLoss: 1 }];
  const made = notebookOf(run, { link: "https://a.b/", seen, diverged: false });
  if ("refused" in made) throw new Error(made.refused);
  return JSON.parse(made.text).cells;
}

/** Changes settings in the text of their cell, as a reader would. */
function change(cells: readonly Cell[], settings: Readonly<Record<string, string>>) {
  const cell = cells.find(({ id }) => id === "settings")!;
  for (const [name, value] of Object.entries(settings)) {
    const line = new RegExp(`^${name} = .*$`, "m");
    const text = [cell.source].flat().join("");
    if (!line.test(text)) throw new Error(`The notebook has no setting ${name}.`);
    cell.source = text.replace(line, `${name} = ${value}`);
  }
}

const code = (id: string, source: string) => ({
  ...{ cell_type: "code", id, metadata: {}, source },
  ...{ execution_count: null, outputs: [] },
});

/** A notebook of one or several, after each of which a cell prints its curve. */
function printing(notebooks: readonly (readonly Cell[])[]): string {
  const cells = notebooks.flatMap((cells, n) => [
    ...cells.map((cell) => ({ ...cell, id: `${n}-${cell.id}` })),
    code(`print-${n}`, "import json; print(json.dumps(curve))"),
  ]);
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

type Executed = { cells: { id: string; outputs?: { text?: string | string[] }[] }[] };

/** The curves that an executed notebook printed. */
function printed(text: string): readonly Curve[] {
  const { cells }: Executed = JSON.parse(text);
  return cells
    .filter(({ id }) => id.startsWith("print-"))
    .map(({ outputs }) => JSON.parse([outputs?.[0]?.text ?? "[]"].flat().join("")));
}

/** Executes notebooks in place, one after the other. */
function execute(python: string, files: readonly string[], folder: string) {
  const options = ["nbconvert", "--execute", "--to", "notebook", "--inplace"];
  const env = { ...process.env, IPYTHONDIR: folder, OMP_NUM_THREADS: "1" };
  const child = spawn(python, ["-m", "jupyter", ...options, ...files], { env });
  let told = "";
  child.stdout.on("data", (text) => (told += text));
  child.stderr.on("data", (text) => (told += text));
  return new Promise<void>((done, failed) => {
    child.on("error", failed);
    child.on("close", (status) => {
      if (status === 0) done();
      else failed(new Error(`Jupyter ended with ${status}:\n${told}`));
    });
  });
}

/** The largest difference as a share of the second; Infinity where the lengths differ. */
function apart(one: Curve, other: Curve): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  const differences = one.flat().map((loss, at) => {
    const expected = other.flat()[at]!;
    return Math.abs(loss - expected) / Math.max(expected, least);
  });
  return Math.max(...differences);
}

/** A notebook to execute, and what to say of the curve that it draws: "✓ …" or "✗ …". */
type Trial = { name: string; cells: readonly Cell[]; judge(curve: Curve): string };

/** The notebook's curve is the lab's in both precisions. */
function trial(name: string, run: Run, cells = cellsOf(run)): Trial {
  return {
    name,
    cells,
    judge(curve) {
      const differences = labCurves(run).map((lab) => apart(curve, lab));
      const close = differences.every((difference) => difference < tolerance);
      const shown = differences.map((difference) => difference.toExponential(1));
      return `${close ? "✓" : "✗"} ${name}: ${shown.join(" and ")} apart`;
    },
  };
}

/** With changed settings, the notebook is that of the changed run. */
function changedTrial({ of, settings, becomes }: (typeof changed)[number]): Trial {
  const run = notebookRuns.get(of)!;
  const cells = cellsOf(run);
  change(cells, settings);
  return trial(`${of}, changed`, runOf(becomes, run), cells);
}

/** A notebook trains on data that no lab has. */
function otherData(): Trial {
  const cells = cellsOf(notebookRuns.get("digits")!);
  const at = cells.findIndex(({ id }) => id === "examples");
  const other = "features, targets, TRAIN = features[:90, 20:50], targets[:90] % 3, 60";
  cells.splice(at + 1, 0, code("other", other));
  return {
    name: "other data",
    cells,
    judge(curve) {
      const learns = curve.length === passes + 1 && curve.at(-1)![0] < curve[0]![0] / 2;
      return `${learns ? "✓" : "✗"} other data: the train loss goes from ${curve[0]![0].toFixed(3)} to ${curve.at(-1)![0].toFixed(3)}`;
    },
  };
}

async function main(): Promise<boolean> {
  const missing = unused();
  if (missing.length > 0) throw new Error(`No run uses ${missing.join(", ")}.`);
  const python = pythonWithTorch();
  provideData();
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-notebooks-"));
  try {
    // Those of the spread share a kernel, as most of the time goes into starting one.
    const files = [
      ...[...notebookRuns].map(([name, run]) => [trial(name, run)]),
      [...spread].map(([name, run]) => trial(name, run)),
      [...changed.map(changedTrial), otherData()],
    ].map((trials, at) => ({ trials, file: path.join(folder, `${at}.ipynb`) }));
    for (const { trials, file } of files)
      await writeFile(file, printing(trials.map(({ cells }) => cells)));
    // Two at a time: one for each core of a small machine.
    const halves = [0, 1].map((half) =>
      files.filter((_, at) => at % 2 === half).map(({ file }) => file),
    );
    await Promise.all(halves.map((half) => execute(python, half, folder)));
    const verdicts: string[] = [];
    for (const { trials, file } of files) {
      const curves = printed(await readFile(file, "utf8"));
      verdicts.push(...trials.map(({ judge }, at) => judge(curves[at]!)));
    }
    console.log(verdicts.join("\n"));
    console.log(
      `${verdicts.length} notebooks, ${passes} passes each, bound ${tolerance}`,
    );
    return verdicts.every((verdict) => verdict.startsWith("✓"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
