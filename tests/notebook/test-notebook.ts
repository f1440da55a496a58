// Executes the notebooks of a dozen runs with Jupyter and PyTorch, and compares their
// curves with the lab's: `npm run test:notebook`.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compileTraining } from "@/labs/kernel/kernel";
import { notebookOf } from "@/labs/notebook/notebook";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { startOf } from "@/labs/training/start";
import { provideData } from "../labs/provide-data";
import { pythonWithTorch } from "./python";
import { notebookRuns, passes, unused } from "./runs";

/** How far a loss may be from the lab's. */
const tolerance = 1e-4;

type Curve = readonly (readonly [trainLoss: number, testLoss: number])[];

/** The lab's curve, pass 0 first. */
function labCurve(run: Run): Curve {
  const { plan, examples, state } = planOf(run);
  const { trainLoss, testLoss } = startOf(run).pass;
  const losses = new Float32Array(2 * run.passes);
  compileTraining(plan, examples).train(state, 1, run.passes, losses);
  const rest = Array.from(
    { length: run.passes },
    (_, at) => [losses[2 * at]!, losses[2 * at + 1]!] as const,
  );
  return [[trainLoss, testLoss], ...rest];
}

/** The notebook as the page gives it, with one more cell that prints its curve. */
function printing(run: Run, curve: Curve): string {
  const passes = curve.map(([trainLoss, testLoss], pass) => ({
    pass,
    trainLoss,
    testLoss,
  }));
  const seen = { passes };
  const made = notebookOf(run, { link: "https://a.b/", seen, diverged: false });
  if ("refused" in made) throw new Error(made.refused);
  const notebook: { cells: unknown[] } = JSON.parse(made.text);
  notebook.cells.push({
    cell_type: "code",
    id: "print",
    metadata: {},
    source: "import json; print(json.dumps(curve))",
    execution_count: null,
    outputs: [],
  });
  return JSON.stringify(notebook);
}

type Executed = { cells: { id: string; outputs?: { text?: string | string[] }[] }[] };

/** What the last cell of an executed notebook printed. */
function printed(text: string): Curve {
  const { cells }: Executed = JSON.parse(text);
  const output = cells.find(({ id }) => id === "print")?.outputs?.[0]?.text;
  return JSON.parse([output ?? "[]"].flat().join(""));
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

/** The largest difference of two curves of the same length; Infinity where it differs. */
function apart(one: Curve, other: Curve): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  const differences = one.flatMap(([train, test], at) => [
    Math.abs(train - other[at]![0]),
    Math.abs(test - other[at]![1]),
  ]);
  return Math.max(...differences);
}

async function main(): Promise<boolean> {
  const missing = unused();
  if (missing.length > 0) throw new Error(`No run uses ${missing.join(", ")}.`);
  const python = pythonWithTorch();
  provideData();
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-notebooks-"));
  try {
    const all = [...notebookRuns].map(([name, run]) => {
      const file = path.join(folder, `${name.replaceAll(" ", "-")}.ipynb`);
      return { name, run, file, curve: labCurve(run) };
    });
    for (const { run, file, curve } of all) await writeFile(file, printing(run, curve));
    // Two at a time: one for each core of a small machine.
    const halves = [0, 1].map((half) => all.filter((_, at) => at % 2 === half));
    await Promise.all(
      halves.map((half) =>
        execute(
          python,
          half.map(({ file }) => file),
          folder,
        ),
      ),
    );
    let held = true;
    for (const { name, file, curve } of all) {
      const difference = apart(printed(await readFile(file, "utf8")), curve);
      const close = difference < tolerance;
      held &&= close;
      console.log(`${close ? "✓" : "✗"} ${name}: ${difference.toExponential(1)} apart`);
    }
    console.log(`${all.length} notebooks, ${passes} passes each, bound ${tolerance}`);
    return held;
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
