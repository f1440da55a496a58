import { compileTraining } from "@/labs/kernel/kernel";
import {
  type GpuFound,
  type MeasureRequest,
  onGpu,
  type Report,
  sizes,
  type Way,
  wayNames,
  widened,
} from "@/labs/measure/measurement";
import { initialWeights } from "@/labs/network/network";
import type { Examples, Plan } from "@/labs/run/plan";
import { stateOf } from "@/labs/run/state";
import { type Gpu, openTestedGpu, within } from "./device";
import { startReference } from "./op-by-op";
import { chainInOne, chainOnCpu, chainOpByOp, readBack } from "./product-chain";
import { type Session, startSession } from "./session";
import { type Budget, steadyTime, usualBudget, type Work } from "./stopwatch";
import { mostPasses } from "./train-passes/operation";
import { findAdapter } from "./webgpu";

// Measures each way of computing at one size after the other.

/** See `MeasureOptions`. */
const usualLongest = 1500;

/** How long a GPU may take to open, in milliseconds. */
const patience = 10_000;

/** Opens the GPU, whatever it is, for there is no other way to measure it. */
async function openFound(): Promise<{ found: GpuFound; gpu: Gpu | null }> {
  const begun = performance.now();
  const offer = await findAdapter();
  if (offer.kind === "none") return { found: offer, gpu: null };
  const { kind, name, adapter } = offer;
  try {
    const gpu = await within(patience, (signal) =>
      openTestedGpu(adapter, kind === "software", signal),
    );
    return { found: { kind, name, opened: performance.now() - begun }, gpu };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const why = `The GPU (${name}) could not be used: ${reason}`;
    return { found: { kind: "none", lacks: "working GPU", why }, gpu: null };
  }
}

type MeasureOptions = {
  sizes?: readonly number[];
  budget?: Budget;
  /** A way ends where one time of the next size would take longer, in milliseconds. */
  longest?: number;
};

/**
 * Tells each thing as soon as it is known, from small sizes to large ones, all ways in
 * turn. Leaving the loop ends it and frees all its memory; it holds the one device that
 * TensorFlow.js computes on. Never throws: a fault ends a way.
 */
export async function* measure(
  ask: MeasureRequest,
  options: MeasureOptions = {},
): AsyncGenerator<Report> {
  const { budget = usualBudget, longest = usualLongest } = options;
  const { found, gpu } = await openFound();
  const software = gpu?.software ?? false;
  const alive = new Set(wayNames.filter((way) => gpu || !onGpu(way)));

  async function timeOf(way: Way, start: () => Work) {
    const timed = async () => {
      const work = start();
      try {
        return await steadyTime(work, budget);
      } finally {
        work.dispose();
      }
    };
    return gpu && onGpu(way) ? gpu.check(timed) : timed();
  }

  /** Reports on one way; a way that fails is not tried again. */
  async function reportOf(way: Way, timed: () => Promise<Report>): Promise<Report> {
    try {
      return await timed();
    } catch (error) {
      alive.delete(way);
      const why = error instanceof Error ? error.message : String(error);
      return { kind: "fault", way, why };
    }
  }

  const pointOf = (kind: "own" | "point", way: Way, size: number, works: Works) =>
    reportOf(way, async () => {
      const timing = { size, ...(await timeOf(way, works[way])) };
      return { kind, way, timing };
    });

  try {
    yield { kind: "gpu", found };
    if (gpu && !gpu.opByOp) {
      alive.delete("steps");
      const why = "this GPU is too small for TensorFlow.js’s own operations.";
      yield { kind: "fault", way: "steps", why };
    }
    if (gpu) {
      yield await reportOf("steps", async () => {
        const { time } = await timeOf("steps", readBack);
        return { kind: "read-back", time };
      });
    }
    if (ask.what === "network") {
      const works = passesOf(ask.plan, ask.examples, software);
      const size = ask.plan.network.size * ask.plan.batch;
      for (const way of [...alive]) yield await pointOf("own", way, size, works);
    }
    /** Milliseconds for one unit of each way's work, at the latest size. */
    const pace: Partial<Record<Way, number>> = {};
    for (const size of options.sizes ?? sizes[ask.what]) {
      const { amount, works } = roundOf(ask, size, software);
      for (const way of [...alive]) {
        if ((pace[way] ?? 0) * amount > longest) {
          alive.delete(way);
          continue;
        }
        const report = await pointOf("point", way, size, works);
        if (report.kind === "point") pace[way] = report.timing.time / amount;
        yield report;
      }
    }
  } finally {
    gpu?.close();
  }
}

// The work to be timed.

/** Starts the same work on each way. */
type Works = Readonly<Record<Way, () => Work>>;

/** Passes of a plan: at the least rate, for a network that diverges is not trained on. */
function passesOf(asked: Plan, examples: Examples, software: boolean): Works {
  const plan = { ...asked, rate: 1e-6 };
  const start = () => stateOf(plan, initialWeights(plan.network, plan.seed));
  const inSession = (session: Session): Work => ({
    run: (times) => session.train(1, times),
    most: mostPasses,
    dispose: session.dispose,
  });
  return {
    cpu() {
      const training = compileTraining(plan, examples);
      const state = start();
      const curve = new Float32Array(2 * mostPasses);
      return {
        run: async (times) => training.train(state, 1, times, curve),
        most: mostPasses,
        dispose() {},
      };
    },
    steps: () => inSession(startReference(plan, examples, start())),
    one: () => inSession(startSession(plan, examples, start(), software)),
  };
}

/** The work of one size on each way, and how much arithmetic that is, in any unit. */
type Round = { amount: number; works: Works };

function roundOf(ask: MeasureRequest, size: number, software: boolean): Round {
  if (ask.what === "network") {
    const plan = widened(ask.plan, size);
    return {
      amount: plan.network.size,
      works: passesOf(plan, ask.examples, software),
    };
  }
  return {
    amount: size ** 3,
    works: {
      cpu: () => chainOnCpu(size),
      steps: () => chainOpByOp(size),
      one: () => chainInOne(size, software),
    },
  };
}
