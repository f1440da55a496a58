// A run trained where no reader waits for it: on the server, while pages are built.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { provide } from "@/labs/data/data-file";
import { missingFile } from "@/labs/data/sample";
import { compileTraining } from "@/labs/kernel/kernel";
import { formatRun } from "@/labs/run/link";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { noLoss, type Pass } from "@/labs/training/training";
import { type Side, startSide } from "./training/side";

/** Provides the file of a run’s data from the folder that the site serves. */
function provideFrom(run: Run) {
  const file = missingFile(run);
  if (file === null) return;
  const bytes = readFileSync(path.join(process.cwd(), "public/data", file));
  provide(file, (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

const known = new Map<string, Side>();

/**
 * A run after `pass` passes, trained with the CPU’s arithmetic, whose bits are those of
 * every browser. A page and all its neighbours ask once. It reads files: on the server alone.
 */
export function trainedSide(run: Run, pass = run.passes): Side {
  const key = `${pass} ${formatRun(run, plainRun)}`;
  const side = known.get(key) ?? trainTo(run, pass);
  known.set(key, side);
  return side;
}

function trainTo(run: Run, count: number): Side {
  provideFrom(run);
  const start = startSide({ label: "", run });
  if (count === 0) return start;
  const { plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * count);
  compileTraining(plan, examples).train(state, 1, count, curve);
  const trained = Array.from({ length: count }, (_, index): Pass => {
    const [trainLoss = noLoss, heldLoss = noLoss] = curve.subarray(2 * index);
    return { pass: index + 1, trainLoss, heldLoss };
  });
  const finite = trained.filter(({ trainLoss }) => trainLoss !== noLoss);
  return {
    ...start,
    passes: [...start.passes, ...finite],
    weights: state.slice(0, plan.network.size),
    ended: finite.length < count ? "diverged" : count === run.passes ? "done" : null,
  };
}
